namespace HaiDuong.Licensing.Domain.Typed;

/// <summary>Lựa chọn trong danh sách: the one reader of what a list or radio button sent.</summary>
public static class TypedChoice
{
    /// <summary>The choice by its name; null for whatever is no name of it, numbers among that.</summary>
    public static T? Read<T>(string? text)
        where T : struct, Enum => Enum.TryParse<T>(text, out var choice) && Enum.IsDefined(choice) && text == choice.ToString() ? choice : null;
}
