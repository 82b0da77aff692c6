using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace HaiDuong.Licensing.OneStop.Storage.Mappings;

/// <summary>
/// An immutable value kept whole in a jsonb column. The values are records that are replaced, never changed, so a change is seen by
/// reference: unchanged columns are neither compared in depth nor written.
/// </summary>
public static class JsonColumn
{
    public static PropertyBuilder<T> IsJson<T>(this PropertyBuilder<T> property) =>
        property.IsJson(value => StoredJson.Write(value), json => StoredJson.Read<T>(json));

    public static PropertyBuilder<T> IsJson<T>(this PropertyBuilder<T> property, Func<T, string> write, Func<string, T> read)
    {
        property.HasConversion(
            new ValueConverter<T, string>(value => write(value), json => read(json)),
            new ValueComparer<T>((left, right) => ReferenceEquals(left, right), value => value == null ? 0 : value.GetHashCode(), value => value)
        );
        property.HasColumnType("jsonb");
        return property;
    }
}
