using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.Domain.Typed;
using HaiDuong.Licensing.OneStop.Ui.Words;
using HaiDuong.Licensing.OneStop.Workflows;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;
using NodaTime;

namespace HaiDuong.Licensing.OneStop.Ui.Entry;

/// <summary>Reads one typed value; false says why not.</summary>
public delegate bool EntryReader<T>(string? text, out T value, out TypedFault fault);

/// <summary>Binds typed text by an entry reader and says in plain words why it cannot be read.</summary>
public sealed class EntryBinder<T>(EntryReader<T> read, TypedKind asked, Func<IServiceProvider, string> example) : IModelBinder
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
        else if (read(text, out var value, out var fault))
        {
            bindingContext.Result = ModelBindingResult.Success(value);
        }
        else if (IsPlaceInList(bindingContext))
        {
            Refuse(bindingContext, "Entry.Address");
        }
        else if (TypedKinds.Of(text) is { } typed && typed != asked)
        {
            var told = new Refusal(
                nameof(RefusalCode.EntryOtherKind),
                null,
                TypedKinds.Name(asked),
                text,
                TypedKinds.Name(typed),
                TypedKinds.Part(text, asked) ?? Example(bindingContext)
            );
            bindingContext.ModelState.TryAddModelError(bindingContext.ModelName, told.Sentence);
            bindingContext.Result = ModelBindingResult.Failed();
        }
        else
        {
            var word = asked == TypedKind.Integer && fault == TypedFault.NotANumber ? "NotAnInteger" : $"{fault}";
            Refuse(bindingContext, $"Entry.{word}", TypedDate.Written(TypedDate.OfShortYear(text)));
        }

        return Task.CompletedTask;
    }

    /// <summary>Money is only ever typed into a form that is sent; a long number in an address says where a list goes on, which nobody types.</summary>
    private bool IsPlaceInList(ModelBindingContext context) => asked == TypedKind.Money && HttpMethods.IsGet(context.HttpContext.Request.Method);

    private string Example(ModelBindingContext context) => example(context.HttpContext.RequestServices);

    private void Refuse(ModelBindingContext context, string word, string meant = "")
    {
        var words = context.HttpContext.RequestServices.GetRequiredService<IStringLocalizer<UiText>>();
        context.ModelState.TryAddModelError(context.ModelName, words[word, meant, Example(context)]);
        context.Result = ModelBindingResult.Failed();
    }
}

/// <summary>
/// Chooses the reader for dates, times, numbers and, as <c>long</c>, money. Query strings read the same: plain digits mean the same everywhere.
/// </summary>
public sealed class EntryBinderProvider : IModelBinderProvider
{
    public IModelBinder? GetBinder(ModelBinderProviderContext context) =>
        context.Metadata.UnderlyingOrModelType switch
        {
            var type when type == typeof(LocalDate) => new EntryBinder<LocalDate>(
                TypedDate.TryRead,
                TypedKind.Date,
                AheadAttribute.IsOn(context.Metadata) ? SoonDay : _ => "05/09/2019"
            ),
            var type when type == typeof(LocalTime) => new EntryBinder<LocalTime>(TypedTime.TryRead, TypedKind.Time, _ => "08:30"),
            var type when type == typeof(decimal) => new EntryBinder<decimal>(TypedNumber.TryRead, TypedKind.Number, _ => "12,5"),
            var type when type == typeof(long) => new EntryBinder<long>(TypedMoney.TryRead, TypedKind.Money, _ => "1.500.000"),
            var type when type == typeof(int) => new EntryBinder<int>(TryReadInt, TypedKind.Integer, _ => "12"),
            _ => null,
        };

    /// <summary>A working day of the week to come.</summary>
    private static string SoonDay(IServiceProvider services) =>
        VietnameseDate.Print(services.GetRequiredService<Rulebooks>().Calendar.PlusWorkingDays(services.GetRequiredService<OfficeClock>().Today, 5));

    private static bool TryReadInt(string? text, out int number, out TypedFault fault)
    {
        number = 0;
        if (!TypedNumber.TryReadWhole(text, out var whole, out fault))
            return false;
        if (whole is < int.MinValue or > int.MaxValue)
        {
            fault = TypedFault.TooLarge;
            return false;
        }

        number = (int)whole;
        return true;
    }
}
