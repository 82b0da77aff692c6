using System.Text.RegularExpressions;

namespace HaiDuong.Licensing.Domain.PastRecords;

/// <summary>
/// Tên của tổ chức: names that begin as only those of firms, public bodies and associations do, for lists that give no tax code. A name that may be a
/// person's is taken for one, and so is a household's (hộ kinh doanh), so that no name becomes public by mistake.
/// </summary>
public static partial class OrganisationName
{
    public static bool IsOne(string name)
    {
        var folded = VietnameseText.Fold(name);
        return Beginning().IsMatch(folded) || name.StartsWith("trường ", StringComparison.OrdinalIgnoreCase);
    }

    // Trương and Đoàn, Bàn and Ban are family names: such words count only with what follows them.
    [GeneratedRegex(
        @"^((tong )?cong ty|cty|doanh nghiep|dntn|tap doan|xi nghiep|nha may|nha in|nha xuat ban|nxb|hop tac xa|htx|lien hiep|lien doan|ngan hang|quy tin dung|chi nhanh|van phong|trung tam|cua hang|"
            + @"benh vien|vien nghien cuu|dai phat thanh|dai truyen hinh|bao hai duong|tap chi|toa soan|buu dien|vien thong|"
            + @"so (thong tin|van hoa|giao duc|y te|tai chinh|tu phap|noi vu|nong nghiep|cong thuong|xay dung|giao thong|khoa hoc|ke hoach|lao dong|tai nguyen|du lich)|"
            + @"phong (giao duc|van hoa|noi vu|tu phap|y te)|(uy|uỷ) ban|ubnd|hoi dong|tinh uy|huyen uy|thanh uy|dang uy|chi cuc|cuc thue|cong an (tinh|huyen|thanh pho)|bo chi huy|ban (quan ly|tuyen giao|chi dao|to chuc|dan van|tri su|lien lac)|"
            + @"hoi (nha bao|van hoc|nong dan|lien hiep|cuu chien binh|chu thap do|khuyen hoc|luat gia|nguoi)|doan (thanh nien|tncs|luat su)|truong (thpt|thcs|tieu hoc|mam non|dai hoc|cao dang|trung cap|chinh tri))\b",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        1000
    )]
    private static partial Regex Beginning();
}
