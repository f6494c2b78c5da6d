/** “2022 版”; an edition that is not a year says in words what it is: “省级示范标准通用框架”. */
export const editionText = (edition: string): string => (/^\d{4}\+?$/u.test(edition) ? `${edition} 版` : edition);
