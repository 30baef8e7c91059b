using System.Text.Json.Serialization;

namespace DynamoGen.Tests.Wrappers;

[Wrapper]
internal readonly partial record struct CustomerId(string Value);

[Wrapper]
internal readonly partial record struct OrderNumber(int Value);

[Wrapper]
internal readonly partial record struct BigNumber(Int128 Value);

[Wrapper]
internal readonly partial record struct Price(decimal Value);

[Wrapper]
internal readonly partial record struct Token(Guid Value);

[Wrapper]
internal readonly partial record struct Day(DateOnly Value);

[Wrapper]
internal readonly partial record struct Hour(TimeOnly Value);

[Wrapper]
internal readonly partial record struct Moment(DateTime Value);

[Wrapper]
internal readonly partial record struct Instant(DateTimeOffset Value);

[Wrapper]
internal readonly partial record struct Length(TimeSpan Value);

[Wrapper]
internal readonly partial record struct Ratio(double Value);

/// <summary>It checks what it is given.</summary>
[Wrapper]
internal readonly partial record struct Quantity
{
    public Quantity(int value) => Value = value > 0 ? value : throw new ArgumentOutOfRangeException(nameof(value));

    public int Value { get; }
}

/// <summary>It names its converter itself, so that a context of the same project knows it.</summary>
[Wrapper, JsonConverter(typeof(WrapperJsonConverter<Sku, string>))]
internal readonly partial record struct Sku(string Value);

internal sealed record Stock(Sku Sku, Dictionary<Sku, int> Related, Sku? Replaced);

[JsonSerializable(typeof(Stock))]
internal sealed partial class StockContext : JsonSerializerContext;
