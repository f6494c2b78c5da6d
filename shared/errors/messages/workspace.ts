import { AppError } from '../app-error.ts';

// Workspaces 工作区 and the disk they lie on.

export const folderNotEmpty = (folder: string) =>
  new AppError('workspace/folder-not-empty', `文件夹“${folder}”里已有内容。请选择一个空文件夹，或新建一个。`);

export const folderNotWritable = (folder: string, cause?: unknown) =>
  new AppError('workspace/folder-not-writable', `文件夹“${folder}”不能写入。请检查权限或是否只读，或换一个文件夹。`, {
    cause,
  });

export const notAWorkspace = (folder: string) =>
  new AppError(
    'workspace/not-a-workspace',
    `“${folder}”不是达标的工作区。请选择含有 dabiao.db 和 workspace.json 的文件夹。`,
  );

export const folderMissing = (folder: string) =>
  new AppError(
    'workspace/not-a-workspace',
    `“${folder}”不是达标的工作区：没有这个文件夹。请核对路径，或插好 U 盘后再试。`,
  );

export const folderIsFile = (folder: string) =>
  new AppError('workspace/folder-is-file', `“${folder}”是文件，不是文件夹。请换一个文件夹。`);

export const notReadable = (file: string, cause?: unknown) =>
  new AppError('workspace/not-readable', `没有权限读取“${file}”，打不开工作区。请让管理员开放读取权限后再试。`, {
    cause,
  });

/** What to do with the newest backup, where there is one. */
const backupAdvice = (backup: string | undefined) =>
  backup === undefined
    ? 'backups 文件夹里没有备份。请从别处保存的工作区副本里取回，并保留现在的文件。'
    : `最近的备份是 backups/${backup}：请先关闭达标，把 dabiao.db、dabiao.db-wal、dabiao.db-shm 移到别处保留，再把这个备份复制过来，改名为 dabiao.db。`;

export const databaseMissing = (folder: string, backup: string | undefined) =>
  new AppError(
    'workspace/database-missing',
    `工作区“${folder}”里没有数据库文件 dabiao.db，可能没有复制全，或被移走了。${backupAdvice(backup)}`,
  );

export const databaseForeign = (file: string) =>
  new AppError(
    'workspace/database-foreign',
    `“${file}”不是达标的数据库，是别的程序写的，未做任何改动。请把它移走，放回这个工作区自己的 dabiao.db。`,
  );

export const databaseVersionLost = (file: string, backup: string | undefined) =>
  new AppError(
    'workspace/database-damaged',
    `数据库“${file}”没有数据版本号，可能被别的程序改过，未做任何改动。${backupAdvice(backup)}`,
  );

export const databaseLocked = (where: string, cause?: unknown) =>
  new AppError(
    'workspace/database-locked',
    `“${where}”的数据库正被别的程序占用（如数据库工具、备份或同步软件），这一步没有做。请在那里关闭后重试。`,
    { cause },
  );

export const lockUnusable = (file: string, cause?: unknown) =>
  new AppError(
    'workspace/lock-unusable',
    `打不开工作区的锁文件“${file}”（它应是普通文件，且能读写），无法确认有没有别的达标在用。请关闭别处的达标，把它移走后再打开。`,
    { cause },
  );

export const workspaceInUse = (holder: string) =>
  new AppError('workspace/in-use', `工作区正被另一个达标程序使用（${holder}）。请先在那里关闭，再打开。`);

/** Why a workspace can only be looked at. Each says what has to change before it can be edited. */
export const readOnlyReasons = {
  newerVersion: (what: '数据' | '格式', found: number, known: number) =>
    `工作区由更新版本的达标写入（${what}版本 ${found}，本程序只认识到 ${known}），只能查看，不能修改。请安装认识${what}版本 ${found} 的达标后再编辑。`,
  noPermission: (file: string) => `没有权限写入“${file}”，工作区只能查看，不能修改。请检查权限后重新打开。`,
  readOnlyDisk: (folder: string) =>
    `“${folder}”所在的磁盘是只读的，工作区只能查看，不能修改。请把工作区复制到能写入的磁盘上再打开。`,
  diskFull: (folder: string) => `“${folder}”所在的磁盘已满，工作区只能查看，不能修改。请清理出空间后重新打开。`,
  fileNotRepaired: (fault: 'missing' | 'damaged') =>
    `工作区的 workspace.json ${fault === 'missing' ? '不见了' : '已损坏'}，也没能按数据库重新写好，工作区只能查看，不能修改。请检查文件夹的写入权限后重新打开。`,
} as const;

export const workspaceReadOnly = (reason: string) => new AppError('workspace/read-only', `这一步没有做。${reason}`);

export const workspaceFileRepaired = (fault: 'missing' | 'damaged') =>
  `工作区的 workspace.json ${fault === 'missing' ? '不见了' : '已损坏'}，已按数据库里的机构和编号重新写好。`;

export const databaseDamaged = (file: string, backup: string | undefined, cause?: unknown) =>
  new AppError('workspace/database-damaged', `数据库“${file}”已损坏，未做任何改动。${backupAdvice(backup)}`, { cause });

export const noWorkspace = () => new AppError('workspace/none-open', '还没有打开工作区。请先新建或打开一个工作区。');

export const diskFull = (where: string, cause?: unknown) =>
  new AppError('disk/full', `磁盘空间不足，“${where}”没有写完，已撤回。请清理磁盘后重试。`, { cause });

export const nameTooLong = (file: string, cause?: unknown) =>
  new AppError(
    'disk/name-too-long',
    `“${file}”里有太长的名称（一级至多 255 字节，约 80 个汉字）。请换一个短些的名称。`,
    {
      cause,
    },
  );

export const fileInTheWay = (folder: string, cause?: unknown) =>
  new AppError('disk/file-in-the-way', `“${folder}”应是文件夹，那里却有一个同名的文件。请把它移走或改名后重试。`, {
    cause,
  });

export const noPermission = (file: string, cause?: unknown) =>
  new AppError('disk/no-permission', `没有权限读写“${file}”，或它在只读的磁盘上。请检查权限后重试。`, { cause });

export const diskFailed = (where: string, cause?: unknown) =>
  new AppError('disk/failed', `读写“${where}”时磁盘出错，未做改动。请检查磁盘或 U 盘后重试。`, { cause });
