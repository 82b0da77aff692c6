namespace HaiDuong.Licensing.OneStop.Ui.Words;

/// <summary>Vai trò và đơn vị: who somebody is in the office; a unit that is called as the role is said once ("Lãnh đạo Sở").</summary>
public static class RoleAt
{
    public static string Say(string role, string? unit) => unit is { Length: > 0 } && unit != role ? $"{role}, {unit}" : role;
}
