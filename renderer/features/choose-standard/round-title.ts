/** What a round made today is most likely called: “2026 年下半年自评”. */
export const suggestedRoundTitle = (now: Date): string =>
  `${now.getFullYear()} 年${now.getMonth() < 6 ? '上' : '下'}半年自评`;
