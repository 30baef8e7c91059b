using DynamoGen.Analyzers.KeyDesign;
using DynamoGen.Declarations.Keys;
using DynamoGen.Declarations.Symbols;
using DynamoGen.Declarations.Values;
using DynamoGen.Keys;

namespace DynamoGen.Analyzers.Tests.KeyDesign;

/// <summary>Templates drawn at random, whose keys are built as the product builds them: where two of them give one key, the rules must know.</summary>
public sealed class KeyOverlapPropertyTests
{
    private const int Pairs = 20_000;

    private static readonly string[] Literals = ["A", "A#", "#", "#1", "#A#", "1", "0", "-", "-1", "2", "B 1", "$P#", "true", "2026#", "."];
    private static readonly string[] Contents = ["", "A", "B", "1", "0", "01", "-8", "A#1", "B 1", "$", "true", "2026"];

    private delegate void Write(ref KeyBuilder key, KeyPart part, int value);

    private sealed record Kind(KeyPart Part, int Values, Write Write);

    [Fact]
    public void Two_templates_that_give_one_key_are_said_to_meet()
    {
        var random = new Random(1);
        var meeting = 0;
        for (var pair = 0; pair < Pairs; pair++)
        {
            var (left, right) = (Draw(random), Draw(random));
            if (Keys(left).Intersect(Keys(right)).FirstOrDefault() is { } key)
            {
                meeting++;
                Assert.True(KeyOverlap.Of(Model(left), Model(right)), $"{Text(left)} and {Text(right)} both give \"{key}\"");
            }
        }

        Assert.InRange(meeting, Pairs / 50, Pairs);
    }

    private static KeyAttributeModel Model(Kind[] template) => new("pk", Text(template), new EquatableArray<KeyPart>(template.Select(kind => kind.Part)));

    private static string Text(Kind[] template) => string.Concat(template.Select(
        kind => kind.Part.Kind == KeyPartKind.Literal ? kind.Part.Text : $"{{{kind.Part.Kind} {kind.Part.WrittenType} {kind.Part.Width} {kind.Part.Format}}}"));

    private static Kind[] Draw(Random random)
    {
        var template = new List<Kind>();
        for (var length = random.Next(1, 4); template.Count < length;)
        {
            // What differs in length is followed by a '#'.
            template.Add(template is [.., { Part.IsVariableLength: true }] ? Literal("#" + Literals[random.Next(Literals.Length)]) : AnyKind(random));
        }

        template[^1] = template[^1] with { Part = template[^1].Part with { IsFinal = true } };
        return [.. template];
    }

    private static Kind AnyKind(Random random) => random.Next(8) switch
    {
        0 or 1 => Literal(Literals[random.Next(Literals.Length)]),
        2 => new(new KeyPart(KeyPartKind.Text, "Text"), Contents.Length, (ref key, part, value) =>
        {
            if (part.IsFinal)
            {
                key.FinalText(Contents[value]);
            }
            else
            {
                key.Text(Contents[value]);
            }
        }),
        3 => new(new KeyPart(KeyPartKind.Number, "Number", "int", Width: random.Next(1, 3), Scalar: ScalarKind.Int32), 3,
            (ref key, part, value) => key.Number(value - 1, part.Width)),
        4 => new(new KeyPart(KeyPartKind.Boolean, "Boolean", "bool"), 2, (ref key, _, value) => key.Boolean(value == 1)),
        5 => new(new KeyPart(KeyPartKind.Decimal, "Decimal", "decimal", Width: 1, Fraction: random.Next(2)), 3,
            (ref key, part, value) => key.Decimal(value - 1, part.Width, part.Fraction)),
        6 => new(new KeyPart(KeyPartKind.Date, "Date", Format: random.Next(2) == 0 ? "yyyy" : "yyyy#MM"), 1,
            (ref key, part, _) => key.Date(new DateOnly(2026, 1, 1), part.Format!)),
        _ => new(new KeyPart(KeyPartKind.Enum, "Enum", "Sort", Enum: Sorts), Sorts.Members.Count,
            (ref key, _, value) => key.FinalText(Sorts.Members[value].StoredName)),
    };

    private static EnumValue Sorts { get; } = new("Sort", "Sort", ScalarKind.Int32, false, false,
        new EquatableArray<EnumMember>(new[] { "A", "A1", "true", "B" }.Select(name => new EnumMember(name, name, IsAlias: false, UnspeakableNumber: null, IsZero: false))));

    private static Kind Literal(string text) =>
        new(new KeyPart(KeyPartKind.Literal, text), 1, (ref key, part, _) => key.Literal(System.Text.Encoding.UTF8.GetBytes(part.Text)));

    /// <summary>The keys for every combination of values.</summary>
    private static HashSet<string> Keys(Kind[] template)
    {
        var keys = new HashSet<string>();
        Span<byte> buffer = stackalloc byte[256];
        for (var number = 0; number < template.Aggregate(1, (product, kind) => product * kind.Values); number++)
        {
            var key = new KeyBuilder(buffer);
            var rest = number;
            foreach (var kind in template)
            {
                kind.Write(ref key, kind.Part, rest % kind.Values);
                rest /= kind.Values;
            }

            keys.Add(key.ToString());
        }

        return keys;
    }
}
