namespace HaiDuong.Licensing.OneStop.Ui.Layout;

/// <summary>The addresses that layouts and scripts link to. The pages behind them belong to their features.</summary>
public static class SitePaths
{
    public const string Home = "/";
    public const string Submit = "/nop-ho-so";
    public const string Track = "/tra-cuu";
    public const string Check = "/kiem-tra";
    public const string Procedures = "/thu-tuc";
    public const string SignIn = "/dang-nhap";
    public const string SignOut = "/dang-xuat";
    public const string Account = "/tai-khoan";

    /// <summary>Leads on to the place where whoever is logged in begins.</summary>
    public const string Start = "/trang-cua-toi";

    public const string Search = "/tim";

    /// <summary>The first few of a search, for the palette.</summary>
    public const string SearchQuick = "/tim/nhanh";
    public const string Dossier = "/d/";
    public const string Language = "/ngon-ngu";
    public const string Error = "/loi/";
}
