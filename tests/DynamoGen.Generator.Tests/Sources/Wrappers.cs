namespace DynamoGen.Generator.Tests.Sources;

/// <summary>Wrappers of several values: plain ones, one that checks what it is given, and one that has a half of its own.</summary>
internal static class Wrappers
{
    public const string Plain = """
        namespace Shop;
        [Wrapper] public readonly partial record struct CustomerId(string Value);
        [Wrapper] public readonly partial record struct Shipped(DateTime Value);
        """;

    public const string Checked = """
        namespace Shop;
        public static partial class Numbers
        {
            [Wrapper]
            internal readonly partial record struct Quantity
            {
                public Quantity(int value) => Value = value > 0 ? value : throw new ArgumentOutOfRangeException(nameof(value));
                public int Value { get; }
            }
        }
        """;

    public const string Own = """
        namespace Shop;
        using System.Text.Json.Serialization;
        [Wrapper, JsonConverter(typeof(WrapperJsonConverter<Code, string>))]
        public readonly partial record struct Code(string Value) : IParsable<Code>
        {
            public static Code Parse(string s, IFormatProvider? provider) => new(s.ToUpperInvariant());
            static bool IParsable<Code>.TryParse(string? s, IFormatProvider? provider, out Code result)
            {
                result = s is null ? default : new(s.ToUpperInvariant());
                return s is not null;
            }

            public override string ToString() => "#" + Value;
        }
        """;
}
