using System.Globalization;
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

    [Fact]
    public void A_date_is_one_of_the_calendar()
    {
        var random = new Random(2);
        for (var number = 0; number < Pairs / 4; number++)
        {
            var text = $"{(random.Next(2) == 0 ? random.Next(10_000) : random.Next(100) * 100):0000}-{random.Next(14):00}-{random.Next(27, 33):00}";
            var isDate = DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);
            Assert.True(isDate == KeyOverlap.Of(Single(new KeyPart(KeyPartKind.Date, "Date", Format: "yyyy-MM-dd")), Single(new KeyPart(KeyPartKind.Literal, text))), text);
        }
    }

    [Fact]
    public void A_number_is_one_of_its_type()
    {
        var random = new Random(3);
        var buffer = new byte[64];
        for (var number = 0; number < Pairs / 4; number++)
        {
            var value = Math.Round((decimal)(random.NextDouble() - 0.5) * (random.Next(2) == 0 ? 600 : 10_000_000_000m));
            var key = new KeyBuilder(buffer);
            key.Number((long)value, 10);
            var isInt = value is >= int.MinValue and <= int.MaxValue;
            Assert.True(isInt == KeyOverlap.Of(
                Single(new KeyPart(KeyPartKind.Number, "Number", "int", Width: 10, Scalar: ScalarKind.Int32)), Single(new KeyPart(KeyPartKind.Literal, key.ToString()))),
                key.ToString());
        }
    }

    [Theory]
    [InlineData("79228162514264337593543950335", true)]
    [InlineData("79228162514264337593543950336", false)]
    [InlineData("7922816251426433759354395033.5", true)]
    [InlineData("7922816251426433759354395033.6", false)]
    [InlineData("0.0000000000000000000000000001", true)]
    [InlineData("7922816251426433759354395033.51", false)]
    public void A_decimal_has_96_bits(string number, bool isDecimal)
    {
        var digits = number.Split('.');
        var text = digits[0].PadLeft(29, '0') + "." + (digits.Length > 1 ? digits[1] : string.Empty).PadRight(28, '0');
        var negative = "-" + string.Concat(text.Select(digit => digit == '.' ? '.' : (char)('9' - digit + '0')));
        foreach (var written in new[] { text, negative })
        {
            Assert.Equal(isDecimal, KeyOverlap.Of(Single(new KeyPart(KeyPartKind.Decimal, "Decimal", "decimal")), Single(new KeyPart(KeyPartKind.Literal, written))));
        }
    }

    private static KeyAttributeModel Single(KeyPart part) => new("pk", part.Text, new EquatableArray<KeyPart>([part with { IsFinal = true }]));

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
