using System.Globalization;
using System.Text;
using DynamoGen.Generator.Tests.Sources;

namespace DynamoGen.Generator.Tests;

/// <summary>Entities that nobody would think of: shapes, types, accessors and names drawn at random from what can be stored.</summary>
public sealed class RandomEntityTests
{
    private const int Entities = 300;

    private static readonly string[] Scalars =
        ["string", "int", "long", "byte", "decimal", "double", "bool", "Guid", "DateTimeOffset", "DateTime", "DateOnly", "TimeOnly", "TimeSpan", "byte[]", "Colour", "Sides", "ulong", "char", "Half", "Int128", "System.Numerics.BigInteger", "ReadOnlyMemory<byte>", "Code", "Level"];

    private static readonly string[] KeyTypes = ["string", "Code", "int", "ulong", "decimal", "bool", "Guid", "DateTimeOffset", "DateOnly", "TimeOnly", "TimeSpan", "Colour"];

    private static readonly string[] Words =
        ["Id", "id", "Name", "name", "Key", "key", "Value", "value", "Reader", "writer", "Entity", "Result", "@class", "@event", "Keys", "Text", "IdValue", "IdFound", "KeyRead", "NameReadDigits", "Größe", "_", "_x", "Item", "Version", "result"];

    private readonly Random _random = new(20240607);

    [Fact]
    public void Entities_drawn_at_random_compile_without_a_warning()
    {
        var source = new StringBuilder();
        source.AppendLine("public enum Colour : short { Red = -1, Green, Blue, Azure = Blue }");
        source.AppendLine("[Flags] public enum Sides : byte { None, Left = 1, Right = 2 }");
        source.AppendLine("public readonly record struct Code(string Value);");
        source.AppendLine("[EnumAsNumber] public enum Level { [EnumName(\"x\")] Low, High }");
        source.AppendLine("public readonly record struct Money(decimal Amount, string Currency) { public string Note { get; init; } = \"none\"; }");
        source.AppendLine("public record Part(string Name, int Count = 3) { public List<Part> Parts { get; init; } = []; public string? Hint { get; set; } = \"?\"; }");
        source.AppendLine("public record Pair<TFirst, TSecond>(TFirst First, TSecond Second);");
        source.AppendLine("public abstract class Stamped { public required string Origin { get; init; } public string Stamp { get; init; } = \"new\"; public DateTimeOffset? Seen { get; set; } }");
        for (var number = 0; number < Entities; number++)
        {
            source.AppendLine(Entity("E" + number.ToString(CultureInfo.InvariantCulture)));
        }

        var run = Design.Compiles(GeneratorRun.Of(Shop.Table, "namespace Shop;\n" + source));

        Assert.Equal(Entities + 1, run.Generated.Count);
    }

    private string Entity(string name)
    {
        var kind = Pick("record", "record", "class", "class : Stamped");
        var words = Words.OrderBy(_ => _random.Next()).Take(_random.Next(3, 12)).Where(word => word != name).ToArray();
        var keys = words.Take(2).Select(word => (Word: word, Type: Pick(KeyTypes))).ToArray();
        var index = (Word: words[2], Type: Pick(KeyTypes));
        var shards = _random.Next(2) == 0 ? ", Shards = 16" : string.Empty;
        var members = string.Join(" ", keys.Select(key => $"public required {key.Type} {key.Word} {{ get; init; }}")
            .Append($"public {index.Type}? {index.Word} {{ get; init; }}")
            .Concat(words.Skip(3).Select(Member)));
        return $$"""
            [Entity<ShopTable>]
            [Key("{{name}}#{{{keys[0].Word}}}", "{{{keys[1].Word}}}#{{{keys[0].Word}}}")]
            [Key("gsi1", "I#{{{index.Word}}}", "{{{keys[0].Word}}}#{{{index.Word}}}"{{shards}})]
            public sealed partial {{kind.Replace(" :", " " + name + " :", StringComparison.Ordinal)}}{{(kind.Contains(':', StringComparison.Ordinal) ? "" : " " + name)}} { {{members}} }
            """;
    }

    private string Member(string word)
    {
        var type = Type(2);
        return _random.Next(5) switch
        {
            0 => $"public required {type} {word} {{ get; init; }}",
            1 => $"public {type} {word} {{ get; set; }} = default!;",
            2 => $"public {type} {word} {{ get; init; }} = new Func<{type}>(() => default!)();",
            3 => $"public {type} {word} {{ get; private set; }} = default!;",
            _ => $"public required {type} {word} {{ get; set; }}",
        };
    }

    private string Type(int depth)
    {
        var inner = depth == 0 ? Pick(Scalars) : _random.Next(8) switch
        {
            0 => Type(depth - 1) is var element && element == "byte" ? "byte[]" : $"List<{element}>",
            1 => $"{Type(depth - 1)}[]",
            2 => $"Dictionary<{Pick("string", "string", "Guid", "Colour", "Level", "int", "DateOnly", "Code")}, {Type(depth - 1)}>",
            3 => $"HashSet<{Pick("string", "int", "decimal", "byte[]", "Guid", "Colour", "Level", "Code", "char")}>",
            4 => Pick("Money", "Part", "ImmutableArray<string?>", "ImmutableArray<Money>"),
            5 => _random.Next(2) == 0 ? $"({Type(depth - 1)}, {Type(0)} Named)" : $"Pair<{Type(depth - 1)}, {Type(0)}>",
            _ => Pick(Scalars),
        };
        return _random.Next(3) == 0 && !inner.EndsWith('?') ? inner + "?" : inner;
    }

    private string Pick(params string[] choices) => choices[_random.Next(choices.Length)];
}
