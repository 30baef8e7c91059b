using DynamoGen.Declarations.Problems;
using DynamoGen.Generator.Tests.Sources;

namespace DynamoGen.Generator.Tests;

/// <summary>A converter may be any class that the language lets implement the interface.</summary>
public sealed class ConverterTests
{
    private const string Types = """
        using DynamoGen.Serialization;
        namespace Shop;
        [Table("timed", SortKey = null, TimeToLive = "Ends")] public sealed partial class Timed;
        public sealed class Colour(string name) { public string Name => name; } public sealed class Size(int wide) { public int Wide => wide; } public readonly struct Speed(int value) { public int Value => value; }

        """;

    public static TheoryData<string, string> Sound => new()
    {
        {
            """
            public sealed class Both : IAttributeConverter<Colour, string>, IAttributeConverter<Size, string>
            {
                public static string ToStored(Colour value) => value.Name; static Colour IAttributeConverter<Colour, string>.FromStored(string stored) => new(stored);
                public static string ToStored(Size value) => value.Wide.ToString(); static Size IAttributeConverter<Size, string>.FromStored(string stored) => new(int.Parse(stored));
            }
            """,
            "[Converter<Both>] public required Colour Colour { get; init; } [Converter<Both>] public Size? Size { get; init; } [Converter<Both>] public List<Size?> Sizes { get; init; } = []; [Converter<Both>] public Dictionary<Colour, Size> Map { get; init; } = [];"
        },
        {
            """
            public sealed class Hidden : IAttributeConverter<Colour, string>, IAttributeConverter<DateTime, long>
            {
                static string IAttributeConverter<Colour, string>.ToStored(Colour value) => value.Name; static Colour IAttributeConverter<Colour, string>.FromStored(string stored) => new(stored);
                static long IAttributeConverter<DateTime, long>.ToStored(DateTime value) => value.Ticks; static DateTime IAttributeConverter<DateTime, long>.FromStored(long stored) => new(stored);
            }
            """,
            "[Converter<Hidden>] public Colour? Colour { get; init; } [Converter<Hidden>] public DateTime? Ends { get; init; }"
        },
        {
            """
            public interface ISaved<T> : IAttributeConverter<Colour, string> where T : ISaved<T> { static string IAttributeConverter<Colour, string>.ToStored(Colour value) => value.Name; static Colour IAttributeConverter<Colour, string>.FromStored(string stored) => new(stored); }
            public sealed class Lent : ISaved<Lent>;
            """,
            "[Converter<Lent>] public Colour? Colour { get; init; }"
        },
        {
            "public sealed class Trimmed : IAttributeConverter<string?, string?> { public static string? ToStored(string? value) => value?.Trim(); public static string? FromStored(string? stored) => stored; }",
            "[Converter<Trimmed>] public string? Maybe { get; init; } [Converter<Trimmed>] public required string Must { get; init; } [Converter<Trimmed>] public List<string> All { get; init; } = []; [Converter<Trimmed>] public List<string?> Some { get; init; } = [];"
        },
        {
            "public sealed class Coloured : IAttributeConverter<Colour?, string?> { public static string? ToStored(Colour? value) => value?.Name; public static Colour? FromStored(string? stored) => stored is null ? null : new(stored); }",
            "[Converter<Coloured>] public Colour? Maybe { get; init; } [Converter<Coloured>] public required Colour Must { get; init; }"
        },
        {
            "public sealed class Half : IAttributeConverter<Colour?, string> { public static string ToStored(Colour? value) => value?.Name ?? \"\"; public static Colour? FromStored(string stored) => stored.Length == 0 ? null : new(stored); }",
            "[Converter<Half>] public Colour? Maybe { get; init; } [Converter<Half>] public required Colour Must { get; init; }"
        },
        {
            "public sealed class Fast : IAttributeConverter<Speed, int?> { public static int? ToStored(Speed value) => value.Value == 0 ? null : value.Value; public static Speed FromStored(int? stored) => new(stored ?? 0); }",
            "[Converter<Fast>] public Speed One { get; init; } [Converter<Fast>] public Speed? Two { get; init; } [Converter<Fast>] public List<Speed> All { get; init; } = [];"
        },
        {
            "public sealed class Any<T> : IAttributeConverter<T, string> where T : IParsable<T> { public static string ToStored(T value) => $\"{value}\"; public static T FromStored(string stored) => T.Parse(stored, null); }",
            "[Converter<Any<int>>] public int One { get; init; } [Converter<Any<int>>] public int? Two { get; init; } [Converter<Any<Guid>>] public Guid Three { get; init; }"
        },
        {
            "public abstract class Base : IAttributeConverter<Colour, string> { public static string ToStored(Colour value) => value.Name; public static Colour FromStored(string stored) => new(stored); } public sealed class Derived : Base;",
            "[Converter<Derived>] public Colour? One { get; init; } [Converter<Base>] public Colour? Two { get; init; } [Converter<Own>] public Colour? Three { get; init; } private sealed class Own : IAttributeConverter<Colour, string> { public static string ToStored(Colour value) => value.Name; public static Colour FromStored(string stored) => new(stored); }"
        },
        {
            "public abstract class Generic<T> : IAttributeConverter<T, string> where T : class { public static string ToStored(T value) => \"\"; public static T FromStored(string stored) => null!; } public sealed class Closed : Generic<Colour>; file sealed class Unseen;",
            "[Converter<Closed>] public Colour? One { get; init; } [Converter<Outer<int>.Nested>] public Colour? Two { get; init; } internal static class Outer<T> { internal sealed class Nested : IAttributeConverter<Colour, string> { public static string ToStored(Colour value) => value.Name; public static Colour FromStored(string stored) => new(stored); } }"
        },
        {
            "#nullable disable\npublic sealed class Oblivious : IAttributeConverter<Colour, string> { public static string ToStored(Colour value) => value.Name; public static Colour FromStored(string stored) => new(stored); }\n#nullable restore",
            "[Converter<Oblivious>] public Colour? One { get; init; } [Converter<Oblivious>] public required Colour Two { get; init; } [Converter<Oblivious>] public List<Colour?> Three { get; init; } = [];"
        },
        {
            "public struct Listed : IAttributeConverter<List<string>, string?> { public static string? ToStored(List<string> value) => string.Join(',', value); public static List<string> FromStored(string? stored) => [.. (stored ?? \"\").Split(',')]; }",
            "[Converter<Listed>] public List<string> One { get; init; } = []; [Converter<Listed>] public List<string>? Two { get; init; }"
        },
    };

    [Theory]
    [MemberData(nameof(Sound))]
    public void A_converter_of_any_form_compiles_without_a_warning(string converter, string members)
    {
        Design.Compiles(Source(converter, members));
    }

    [Theory]
    [InlineData("public sealed class Odd : IAttributeConverter<int?, string> { public static string ToStored(int? value) => \"\"; public static int? FromStored(string stored) => null; }", "int?", "no converter is asked for null")]
    [InlineData("public sealed class Odd : IAttributeConverter<int?, string> { public static string ToStored(int? value) => \"\"; public static int? FromStored(string stored) => null; }", "int", "no converter is asked for null")]
    [InlineData("public sealed class Odd : IAttributeConverter<Colour, string>, IAttributeConverter<Colour, int> { public static string ToStored(Colour value) => \"\"; static int IAttributeConverter<Colour, int>.ToStored(Colour value) => 0; public static Colour FromStored(string stored) => new(stored); public static Colour FromStored(int stored) => new(\"\"); }", "Colour?", "to 'string' and to 'int'")]
    [InlineData("public interface Odd : IAttributeConverter<Colour, string> { static string IAttributeConverter<Colour, string>.ToStored(Colour value) => value.Name; static Colour IAttributeConverter<Colour, string>.FromStored(string stored) => new(stored); }", "Colour?", "no class or struct")]
    [InlineData("public sealed class Odd : IAttributeConverter<Colour, Odd.Stored> { static Stored IAttributeConverter<Colour, Stored>.ToStored(Colour value) => new(); static Colour IAttributeConverter<Colour, Stored>.FromStored(Stored stored) => new(\"\"); private sealed class Stored; }", "Colour?", "out of the entity's reach")]
    [InlineData("[Obsolete(\"x\", true)] public sealed class Odd : IAttributeConverter<Colour, string> { public static string ToStored(Colour value) => value.Name; public static Colour FromStored(string stored) => new(stored); }", "Colour?", "obsolete as an error")]
    [InlineData("public sealed class Odd;", "Colour?", "no converter of it")]
    public void A_converter_that_cannot_be_called_is_refused(string converter, string type, string reason)
    {
        var problem = Assert.Single(Design.Problems(Source(converter, $"[Converter<Odd>] public {type} Colour {{ get; init; }}")));

        Assert.Equal(DeclarationRule.StorageForm, problem.Rule);
        Assert.Contains(reason, problem.Arguments[2], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[Converter<Odd>, TimeToLive] public DateTimeOffset Ends { get; init; }")]
    [InlineData("[TimeToLive] public Stamp Ends { get; init; }")]
    [InlineData("[TimeToLive] public List<DateTimeOffset> Ends { get; init; } = [];")]
    [InlineData("[TimeToLive] public (DateTime, int) Ends { get; init; }")]
    public void An_expiry_is_an_instant_and_nothing_else(string member) => Assert.Equal(DeclarationRule.StorageForm, Assert.Single(Design.Problems(Source(
        """
        public readonly record struct Stamp(DateTimeOffset Value);
        public sealed class Odd : IAttributeConverter<DateTimeOffset, long> { public static long ToStored(DateTimeOffset value) => 0; public static DateTimeOffset FromStored(long stored) => default; }
        """, member))).Rule);

    private static GeneratorRun Source(string converter, string members) => GeneratorRun.Of(Shop.Table, Types + converter + $$"""

        [Entity<Timed>] [Key("A#{Id}")] [Unique("U#{Mail}")] public sealed partial record Thing(string Id, string Mail) { {{members}} }
        [Repository<Thing>] public partial interface IThings { ValueTask<Thing?> Get(string id); ValueTask Create(Thing thing); }
        """);
}
