using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;

namespace HaiDuong.Licensing.OneStop.Ui.Entry;

/// <summary>Ngày sắp tới: the property holds a day to come, so that no hint and no message gives an example of the past, which it would refuse.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class AheadAttribute : Attribute
{
    public static bool IsOn(ModelMetadata? metadata) =>
        (metadata as DefaultModelMetadata)?.Attributes.PropertyAttributes?.OfType<AheadAttribute>().Any() == true;
}
