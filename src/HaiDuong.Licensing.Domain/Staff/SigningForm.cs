namespace HaiDuong.Licensing.Domain.Staff;

/// <summary>Hình thức ký của người không phải người đứng đầu. Source: Nghị định 30/2020/NĐ-CP, Điều 13 and Phụ lục I, ô 7a.</summary>
public enum SigningForm
{
    /// <summary>Ký thay (KT.): a deputy, of what the head has given them or while the head is away.</summary>
    InPlaceOf,

    /// <summary>Quyền (Q.): appointed to lead until somebody is appointed for good.</summary>
    Acting,

    /// <summary>Ký thừa lệnh (TL.): the head of a unit, by the rules of work of the office.</summary>
    ByOrder,

    /// <summary>Ký thừa ủy quyền (TUQ.): the head of a unit, for named matters and until a named day.</summary>
    ByAuthorisation,
}

/// <summary>How a form is written before the title of the head.</summary>
public static class SigningForms
{
    /// <summary>Viết tắt trước chức vụ.</summary>
    public static string Prefix(this SigningForm form) =>
        form switch
        {
            SigningForm.InPlaceOf => "KT.",
            SigningForm.Acting => "Q.",
            SigningForm.ByOrder => "TL.",
            SigningForm.ByAuthorisation => "TUQ.",
            _ => throw new ArgumentOutOfRangeException(nameof(form), form, "This form has no prefix."),
        };

    /// <summary>True for a signature block that is nobody's own: it begins with the sign of a form.</summary>
    public static bool IsForAnother(IReadOnlyList<string> lines) =>
        lines.Count > 0 && Enum.GetValues<SigningForm>().Any(form => lines[0].StartsWith(form.Prefix() + " ", StringComparison.Ordinal));
}
