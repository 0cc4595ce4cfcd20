/** Devices, networks, programs and ways of being in touch. One line: an id and its terms. */
export const toolTerms = `
own-device: BYOD 私用スマートフォン 私用スマホ 私用端末 私物端末 私物スマホ 私物のスマホ 個人のスマートフォン 個人のスマホ 個人端末 個人所有の端末 自分のスマホ 私物携帯 個人の携帯
smartphone: スマートフォン スマホ 携帯電話 携帯端末 公用携帯 iPhone 業務用携帯 モバイル端末
tablet: タブレット iPad タブレット端末
computer: パソコン PC ノートパソコン ノートPC 業務端末 庁内端末
monitor: モニター ディスプレイ 大型モニター 二画面 デュアルモニター デュアルディスプレイ 外部モニター 外付けモニター サブモニター 画面が狭い 複数画面
wireless: 無線LAN Wi-Fi WiFi ワイファイ 無線化 無線環境
network: 回線 通信環境 ネットワーク 帯域 LAN 通信速度 回線速度
remote-access: VPN リモート接続 リモートアクセス 在宅接続 リモートデスクトップ 外部接続
sign-in: パスワード 認証 ログイン シングルサインオン サインイン 生体認証 顔認証
security: セキュリティ 情報漏えい 漏えい 情報流出 暗号化 情報漏洩
cloud: クラウド クラウドストレージ オンラインストレージ クラウドサービス
slow-computer: 起動が遅い 動作が遅い 処理速度 メモリ 立ち上がりが遅い 固まる 起動 高速化 フリーズ 性能の低い
generative-ai: 生成AI ChatGPT チャットGPT 対話型AI Copilot 文章生成AI 大規模言語モデル LLM
artificial-intelligence: AI 人工知能 機械学習
character-recognition: OCR AI-OCR 文字認識 読み取り 読取り 読取 スキャン スキャナー
robotic: RPA ロボット 自動入力 自動処理 PowerAutomate 業務自動化 作業の自動化
chatbot: チャットボット 自動応答 ボット 自動回答 AI応答
frequent-questions: FAQ よくある質問 質問集 QA集 Q&A
helpdesk: ヘルプデスク 問い合わせ窓口 相談窓口 サポートデスク ITサポート
enquiries: 問い合わせ 問合せ 問い合せ 問合わせ 質問対応
chat: チャット Teams Slack LINEWORKS LoGoチャット メッセージアプリ ビジネスチャット
mail: メール 電子メール Eメール e-mail 庁内メール
mail-volume: メーリングリスト 一斉メール 同報メール 受信箱 メールの洪水
telephone: 電話 内線 架電 固定電話 電話対応 受話器 電話応対
voicemail: 留守番電話 留守電 自動音声 音声ガイダンス 音声案内 ガイダンス 自動案内
call-transfer: 取次ぎ 取り次ぎ 電話の転送 たらい回し 電話を回す
pooling: 共用 共用化 一元管理 集中管理 まとめて管理 共同購入
interruption: 中断 割り込み 集中 集中時間 集中タイム 飛び込み 電話禁止時間
online-meeting: オンライン会議 Web会議 ウェブ会議 テレビ会議 リモート会議 Zoom オンライン協議 ビデオ会議 遠隔会議 オンライン参加 リモート参加
online: オンライン リモート 遠隔 非対面
meeting: 会議 打合せ 打ち合わせ 打合わせ ミーティング 協議
meeting-length: 会議時間 会議の時間 長い会議 長時間の会議 会議の短縮
meeting-room: 会議室 協議室 打合せスペース ミーティングルーム 打合せコーナー
diary: 予定表 スケジュール カレンダー スケジューラー 予定の共有
arranging-dates: 日程調整 スケジュール調整 日程の調整 候補日 日程を合わせる
booking: 予約 予約システム 空き状況 予約画面
directory: 名簿 電話帳 職員録 連絡先一覧 内線表 職員名簿 内線番号表
duties: 担当業務 事務分掌 事務分担 担当者一覧 業務分担 担当が分からない
seat-map: 座席表 配席図 座席配置
portal: ポータル 掲示板 イントラネット イントラ グループウェア 庁内サイト ポータルサイト
search: 検索 検索性 全文検索 探しにくい
map: 地図 GIS 地理情報 背景図 地図情報 地図システム 統合型GIS
drone: ドローン 無人航空機 空撮
photo: 写真 画像 撮影 現場写真
sensor: IoT センサー 遠隔監視 水位計 自動計測
code: QRコード 二次元コード バーコード QR
cashless: キャッシュレス 電子マネー クレジットカード スマホ決済 電子納付 コード決済
online-application: 電子申請 オンライン申請 ネット申請 手続のオンライン化 申請のオンライン化 マイナポータル
identity-card: マイナンバー マイナンバーカード 個人番号カード
video: 動画 録画 映像 ビデオ アーカイブ配信 動画配信
social-media: SNS インスタグラム Instagram Twitter YouTube LINE 公式アカウント
website: ホームページ ウェブサイト Webサイト HP 県のサイト 公式サイト
shared-system: 共通基盤 システム統合 共同利用 システムの統合 共同調達 共通システム
task-list: タスク管理 ToDo やることリスト 業務管理 進捗管理 Planner 締切管理
`;
