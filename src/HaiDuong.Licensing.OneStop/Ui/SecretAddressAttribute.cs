namespace HaiDuong.Licensing.OneStop.Ui;

/// <summary>
/// Địa chỉ bí mật: whoever has the address of the page is let in, so that no browser keeps it, no link tells it to another site and no search engine lists it.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class SecretAddressAttribute : Attribute;
