using System.Globalization;
using System.Text;
using Amazon.DynamoDBv2.Model;
using Microsoft.CodeAnalysis.CSharp;

namespace DynamoGen.Generator.Tests.RandomModels;

/// <summary>An entity that was drawn: its properties, and how their values must be stored.</summary>
internal sealed record DrawnEntity(string Name, ObjectType Shape);

/// <summary>Entities that nobody would think of: shapes, types, accessors and names drawn at random from what can be stored.</summary>
internal sealed class RandomModel
{
    private const int NestedTypes = 12;

    private static readonly string[] Words =
        ["Id", "id", "Name", "name", "Key", "key", "Value", "value", "Reader", "writer", "Entity", "Result", "class", "event", "Keys", "Text",
            "IdValue", "IdFound", "KeyRead", "NameReadDigits", "Größe", "_", "_x", "Item", "Version", "result"];

    private static readonly string[] AttributeNames =
        ["a\"b", "back\\slash", "new\nline", "\0", "ключ", "\U0001F600", "Id2", "IdValu", "S", "N", "NULL", "L", "M", " ", "{", ",\"Id\":"];

    private static readonly StoredType[] Keys =
    [
        new ScalarType("string", values => values.KeyText(), value => new AttributeValue { S = (string)value }),
        new WrapperType("Code", new ScalarType("string", values => values.KeyText(), value => new AttributeValue { S = (string)value })),
        .. ScalarTable.Scalars.Where(type => type.Name is "int" or "ulong" or "decimal" or "bool" or "Guid" or "DateTimeOffset" or "DateOnly"
            or "TimeOnly" or "TimeSpan" or "Colour"),
    ];

    private readonly Random _random;
    private readonly RandomTypes _types;
    private readonly StringBuilder _source = new();
    private readonly List<DrawnEntity> _entities = [];

    public RandomModel(int seed, int entities)
    {
        _random = new Random(seed);
        _types = new RandomTypes(_random);
        _source.AppendLine("namespace Shop;").AppendLine(Declared.Source);
        for (var number = 0; number < NestedTypes; number++)
        {
            _types.Add(Nested("N" + number.ToString(CultureInfo.InvariantCulture)));
        }

        for (var number = 0; number < entities; number++)
        {
            _entities.Add(Entity("E" + number.ToString(CultureInfo.InvariantCulture)));
        }
    }

    public string Source => _source.ToString();

    public IReadOnlyList<DrawnEntity> Entities => _entities;

    private ObjectType Nested(string name)
    {
        var kind = Pick("record", "class", "struct", "readonly record struct", "record");
        var members = Members(Some(name, 1, 6));
        var positional = kind.Contains("record", StringComparison.Ordinal) ? _random.Next(members.Length + 1) : 0;
        var parameters = positional > 0 ? $"({string.Join(", ", members.Take(positional).Select(Parameter))})" : string.Empty;
        var properties = members.Skip(positional).Select(member => Property(member, kind.Contains("struct", StringComparison.Ordinal) ? 1 : 4));
        _source.AppendLine(CultureInfo.InvariantCulture, $"public {kind} {name}{parameters} {{ {string.Join(" ", properties)} }}");
        return new ObjectType(name, members);
    }

    private DrawnEntity Entity(string name)
    {
        var kind = Pick("record", "record", "class", "class", "positional");
        var isStamped = kind == "class" && _random.Next(2) == 0;
        var words = Some(name, 3, 12);
        var keys = words.Take(2).Select(word => new StoredMember(word, word, Pick(Keys))).ToArray();
        var index = new StoredMember(words[2], words[2], new NullableType(Pick(Keys)));
        var others = Members(words[3..]);
        var positional = kind == "positional" ? others.Take(_random.Next(1, 4)).ToArray() : [];
        var parameters = positional.Length > 0 ? $"({string.Join(", ", positional.Select(Parameter))})" : string.Empty;
        var members = keys.Select(key => $"public required {key.Type.Name} {Escaped(key.Property)} {{ get; init; }}")
            .Append($"public {index.Type.Name} {Escaped(index.Property)} {{ get; init; }}")
            .Concat(others.Skip(positional.Length).Select(member => Property(member, 5)));
        _source.AppendLine($$"""
            [Entity<ShopTable>]
            [Key("{{name}}#{{{keys[0].Property}}}", "{{{keys[1].Property}}}#{{{keys[0].Property}}}")]
            [Key("gsi1", "I#{{{index.Property}}}", "{{{keys[0].Property}}}#{{{index.Property}}}"{{(_random.Next(2) == 0 ? ", Shards = 16" : string.Empty)}})]
            public sealed partial {{(kind == "class" ? "class" : "record")}} {{name}}{{parameters}}{{(isStamped ? " : Stamped" : string.Empty)}} { {{string.Join(" ", members)}} }
            """);
        return new DrawnEntity(name, new ObjectType(name, [.. keys, index, .. others, .. isStamped ? Declared.Stamped : []]));
    }

    private string[] Some(string name, int least, int below) =>
        [.. Words.OrderBy(_ => _random.Next()).Where(word => word != name).Take(_random.Next(least, below))];

    private StoredMember[] Members(string[] words)
    {
        var members = new List<StoredMember>();
        foreach (var word in words)
        {
            members.Add(Member(word, [.. members.Select(other => other.Attribute)]));
        }

        if (_random.Next(6) == 0)
        {
            members.Add(new StoredMember("Others", "Others", new CatchAllType()));
        }

        return [.. members];
    }

    private StoredMember Member(string word, string[] taken)
    {
        var type = _types.Property();
        var attribute = _random.Next(6) == 0 ? Pick(AttributeNames) : word;
        return new StoredMember(word, taken.Contains(attribute) ? word : attribute, type, type.CanOmitDefault && _random.Next(8) == 0);
    }

    private static string Parameter(StoredMember member) => $"{Attributes(member)}{member.Type.Name} {Escaped(member.Property)}";

    /// <param name="member">The property.</param>
    /// <param name="ways">
    /// How many of the ways to declare it the type has: a struct one, and only an entity a private accessor that generated code can reach.
    /// </param>
    private string Property(StoredMember member, int ways)
    {
        var (type, word) = (member.Type.Name, Escaped(member.Property));
        var way = _random.Next(ways);
        way = way == 2 && member.Type is SetType or NullableType { Inner: SetType } ? 1 : way;
        member.HasInitialValue = way == 2;
        return Attributes(member) + way switch
        {
            0 => $"public required {type} {word} {{ get; init; }}",
            1 => $"public {type} {word} {{ get; set; }} = default!;",
            2 => $"public {type} {word} {{ get; init; }} = new Func<{type}>(() => default!)();",
            3 => $"public required {type} {word} {{ get; set; }}",
            _ => $"public {type} {word} {{ get; private set; }} = default!;",
        };
    }

    private static string Attributes(StoredMember member) =>
        (member.Type.Form.Length > 0 ? member.Type.Form + " " : string.Empty)
        + (member.OmitsDefault ? "[OmitDefault] " : string.Empty)
        + (member.Attribute != member.Property ? $"[AttributeName({SymbolDisplay.FormatLiteral(member.Attribute, quote: true)})] " : string.Empty);

    private static string Escaped(string word) => word is "class" or "event" ? "@" + word : word;

    private T Pick<T>(params T[] choices) => choices[_random.Next(choices.Length)];
}
