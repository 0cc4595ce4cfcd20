import { wordKey } from './split-words.js';

/**
 * Words that are in a good part of all staff proposals of any office. They count little from the
 * first text on; the organisation's own texts then move every weight.
 */
const ordinary = `
職員 業務 時間 作業 資料 仕事 庁内 全庁 県庁 所属 担当 担当者 必要 利用 使用 作成 確認 対応 実施 導入 整備 活用
削減 短縮 軽減 向上 改善 効率 負担 手間 経費 費用 見直し 方法 仕組み 制度 情報 管理 共有 希望 程度 現在 場合 以外 原則
可能 不要 各課 内容 問題 課題 効果 期待 提案 廃止 提出 記録 登録 表示 用意 説明 相談 連絡 案内 一覧 本庁 出先 部局
職場 担当課 関係 関係者 毎回 今後 状況 理由 目的 機会 範囲 一部 全員 全職員 全部 最初 自動 電子 デジタル システム
サービス ファイル データ 画面 端末 機能 課 部 係 県 人 物 紙 統一 共通 設置 更新 変更 追加 拡大 充実 推進 促進 強化
検討 試行 運用 開始 新規 作業時間 生産性 ミス 無駄 減少 増加 不足 発生 支障 安心 安全 簡単 便利 迅速 気軽 本人
標準 配備 新設 創設 構築 配布 支援 徹底 解消 開催 促進 実現 明確 簡素 全体 各自 個人 一元 数 別 他 様々 全国
`;

/** Words common in proposals of any office, as data, by key. */
export const ordinaryWords: ReadonlySet<string> = new Set(
  ordinary
    .split(/\s+/)
    .filter((word) => word !== '')
    .map(wordKey),
);
