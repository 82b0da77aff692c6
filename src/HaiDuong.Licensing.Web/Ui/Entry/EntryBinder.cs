using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;
using NodaTime;

namespace HaiDuong.Licensing.Web.Ui.Entry;

/// <summary>Reads one typed value; false says why not.</summary>
public delegate bool EntryReader<T>(string? text, out T value, out EntryRefusal refusal);

/// <summary>Binds typed text by an entry reader and says in plain words why it cannot be read.</summary>
public sealed class EntryBinder<T>(EntryReader<T> read) : IModelBinder
    where T : struct
{
    public Task BindModelAsync(ModelBindingContext bindingContext)
    {
        var given = bindingContext.ValueProvider.GetValue(bindingContext.ModelName);
        if (given == ValueProviderResult.None)
            return Task.CompletedTask;

        bindingContext.ModelState.SetModelValue(bindingContext.ModelName, given);
        var text = given.FirstValue;
        if (string.IsNullOrWhiteSpace(text))
        {
            if (bindingContext.ModelMetadata.IsReferenceOrNullableType)
                bindingContext.Result = ModelBindingResult.Success(null);
            else
                Refuse(bindingContext, "Entry.Missing");
        }
        else if (read(text, out var value, out var refusal))
        {
            bindingContext.Result = ModelBindingResult.Success(value);
        }
        else
        {
            Refuse(bindingContext, $"Entry.{refusal}");
        }

        return Task.CompletedTask;
    }

    private static void Refuse(ModelBindingContext context, string word)
    {
        var words = context.HttpContext.RequestServices.GetRequiredService<IStringLocalizer<UiText>>();
        context.ModelState.TryAddModelError(context.ModelName, words[word]);
        context.Result = ModelBindingResult.Failed();
    }
}

/// <summary>Chooses the reader for dates, times and numbers. Query strings read the same: plain digits mean the same everywhere.</summary>
public sealed class EntryBinderProvider : IModelBinderProvider
{
    public IModelBinder? GetBinder(ModelBinderProviderContext context) => context.Metadata.UnderlyingOrModelType switch
    {
        var type when type == typeof(LocalDate) => new EntryBinder<LocalDate>(VietnameseDate.TryParse),
        var type when type == typeof(LocalTime) => new EntryBinder<LocalTime>(VietnameseTime.TryParse),
        var type when type == typeof(decimal) => new EntryBinder<decimal>(VietnameseNumber.TryParse),
        var type when type == typeof(long) => new EntryBinder<long>(VietnameseNumber.TryParseWhole),
        var type when type == typeof(int) => new EntryBinder<int>(TryParseInt),
        _ => null,
    };

    private static bool TryParseInt(string? text, out int number, out EntryRefusal refusal)
    {
        number = 0;
        if (!VietnameseNumber.TryParseWhole(text, out var whole, out refusal))
            return false;
        if (whole is < int.MinValue or > int.MaxValue)
        {
            refusal = EntryRefusal.TooLarge;
            return false;
        }

        number = (int)whole;
        return true;
    }
}
