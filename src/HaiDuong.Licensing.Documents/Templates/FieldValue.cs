using System.Collections;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Fluid;
using Fluid.Values;

namespace HaiDuong.Licensing.Documents.Templates;

/// <summary>A group of fields given to a template; asking it for a field it does not have is an error that names the field.</summary>
internal sealed class FieldValue(string path, IReadOnlyDictionary<string, object?> fields, TemplateOptions options) : FluidValue
{
    public override FluidValues Type => FluidValues.Object;

    /// <summary>Reads a plain model: dictionaries, JSON, lists, strings, numbers, dates and booleans.</summary>
    public static IReadOnlyDictionary<string, object?> Model(object model) =>
        model switch
        {
            IReadOnlyDictionary<string, object?> fields => fields,
            IDictionary pairs => pairs
                .Keys.Cast<object>()
                .ToDictionary(key => Convert.ToString(key, CultureInfo.InvariantCulture) ?? "", key => pairs[key], StringComparer.Ordinal),
            JsonObject json => json.ToDictionary(pair => pair.Key, pair => (object?)pair.Value, StringComparer.Ordinal),
            JsonElement { ValueKind: JsonValueKind.Object } json => Model(JsonObject.Create(json)!),
            _ => Model(JsonSerializer.SerializeToElement(model, JsonSerializerOptions.Web)),
        };

    public static FluidValue Of(string path, object? value, TemplateOptions options) =>
        value switch
        {
            null => NilValue.Instance,
            FluidValue ready => ready,
            string text => new StringValue(LiteralEncoder.Clean(text)),
            bool flag => BooleanValue.Create(flag),
            JsonValue json => OfJson(path, json, options),
            JsonElement json => Of(
                path,
                json.ValueKind == JsonValueKind.Object ? JsonObject.Create(json)
                    : json.ValueKind == JsonValueKind.Array ? JsonArray.Create(json)
                    : JsonValue.Create(json),
                options
            ),
            JsonArray json => List(path, json, options),
            IReadOnlyDictionary<string, object?> or IDictionary or JsonObject => new FieldValue(path, Model(value), options),
            DateOnly day => new StringValue(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
            DateTimeOffset instant => new StringValue(instant.ToString("O", CultureInfo.InvariantCulture)),
            IEnumerable items => List(path, items, options),
            IConvertible number => NumberValue.Create(number.ToDecimal(CultureInfo.InvariantCulture)),
            _ => new FieldValue(path, Model(value), options),
        };

    public override ValueTask<FluidValue> GetValueAsync(string name, TemplateContext context)
    {
        if (!fields.TryGetValue(name, out var value))
            throw Unknown($"{path}.{name}");
        return new(Of($"{path}.{name}", value, options));
    }

    public override ValueTask<FluidValue> GetIndexAsync(FluidValue index, TemplateContext context) => GetValueAsync(index.ToStringValue(), context);

    public static DocumentTemplateException Unknown(string field) => new($"The template uses the field '{field}', which does not exist.") { Field = field };

    public override bool Equals(FluidValue? other) => ReferenceEquals(this, other);

    public override bool ToBooleanValue() => true;

    public override decimal ToNumberValue() => 0;

    public override string ToStringValue() => throw new DocumentTemplateException($"The field '{path}' is a group and cannot be printed.") { Field = path };

    public override object ToObjectValue() => fields;

    public override ValueTask WriteToAsync(TextWriter writer, TextEncoder encoder, CultureInfo cultureInfo) =>
        throw new DocumentTemplateException($"The field '{path}' is a group and cannot be printed.") { Field = path };

    private static ArrayValue List(string path, IEnumerable items, TemplateOptions options) =>
        new(items.Cast<object?>().Select(item => Of($"{path}[]", item, options)).ToList());

    private static FluidValue OfJson(string path, JsonValue json, TemplateOptions options) =>
        json.GetValueKind() switch
        {
            JsonValueKind.String => Of(path, json.GetValue<string>(), options),
            JsonValueKind.Number => NumberValue.Create(decimal.Parse(json.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture)),
            JsonValueKind.True => BooleanValue.True,
            JsonValueKind.False => BooleanValue.False,
            _ => NilValue.Instance,
        };
}
