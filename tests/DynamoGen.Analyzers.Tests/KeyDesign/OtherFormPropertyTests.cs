using System.Text;
using DynamoGen.Analyzers.KeyDesign;
using DynamoGen.Declarations.Keys;
using DynamoGen.Declarations.Symbols;
using DynamoGen.Declarations.Values;
using DynamoGen.Keys;

namespace DynamoGen.Analyzers.Tests.KeyDesign;

/// <summary>What the rules take for a key in the forms of other programs is what the product writes.</summary>
public sealed class OtherFormPropertyTests
{
    private const int Templates = 20_000;

    private static readonly string[] Literals = ["a", "A", "ab", "aab", "|", "||", "#", "_", ".5", "-", "1", "a|a"];
    private static readonly string[] Contents = ["", "a", "b", "aa", "A", "É", "|", "a|", "#", "é1", "\U00010400"];
    private static readonly decimal[] Decimals = [0, -0.0m, 1.50m, -10, decimal.MaxValue, decimal.MinValue, 0.0000000000000000000000000001m];
    private static readonly long[] Numbers = [0, 1, -1, 10, -205, long.MaxValue, long.MinValue];
    private static readonly DateTimeOffset First = DateTimeOffset.FromUnixTimeSeconds(1_000_000_000);
    private static readonly DateTimeOffset Last = DateTimeOffset.FromUnixTimeMilliseconds(9_999_999_999_999);
    private static readonly Guid Id = new("0f8fad5b-d9cb-469f-a165-70867728950e");

    private static readonly EnumValue Woods = new("Wood", "Wood", ScalarKind.Int32, false, false, new EquatableArray<EnumMember>(
        new[] { "Oak", "oakTree", "Elm" }.Select((name, i) =>
            new EnumMember(name, name, IsAlias: false, UnspeakableNumber: null, IsZero: i == 0) { Number = i - 1 })));

    [Fact]
    public void Each_key_that_is_written_is_of_its_template()
    {
        var random = new Random(1);
        var (written, lone) = (0, 0);
        for (var i = 0; i < Templates; i++)
        {
            var parts = Draw(random);
            if (Write(parts, random) is not { Length: > 0 } key)
            {
                continue;
            }

            written++;
            Assert.True(KeyOverlap.Of(Model(parts), Model([new KeyPart(KeyPartKind.Literal, key)])), $"\"{key}\" is a key of {Text(parts)}");
            lone += KeyOverlap.Of(Model(parts), Model([new KeyPart(KeyPartKind.Literal, key + "\n")])) ? 0 : 1;
        }

        Assert.InRange(written, Templates / 4, Templates);
        Assert.InRange(lone, Templates / 10, Templates);
    }

    [Theory]
    [InlineData("a")]
    [InlineData("ab")]
    [InlineData("aa")]
    [InlineData("aab")]
    [InlineData("aba")]
    [InlineData("abaab")]
    [InlineData("a|ba|")]
    public void A_text_is_of_a_template_just_where_it_is_written(string terminator)
    {
        KeyPart[] parts =
        [
            new KeyPart(KeyPartKind.Text, "Text") { Style = KeyPartStyle.Raw, Terminator = terminator },
            new KeyPart(KeyPartKind.Literal, terminator),
        ];
        var (written, refused) = (0, 0);
        foreach (var text in Words("ab|", 6))
        {
            var isWritten = Write(parts, text) is not null;
            Assert.True(isWritten == KeyOverlap.Of(Model(parts), Model([new KeyPart(KeyPartKind.Literal, text + terminator)])), text);
            (written, refused) = isWritten ? (written + 1, refused) : (written, refused + 1);
        }

        Assert.True(written > 0 && refused > 0);
    }

    [Theory]
    [InlineData("Ab", false)]
    [InlineData("aB", true)]
    public void A_letter_of_the_other_case_is_of_no_template(string text, bool isUpper)
    {
        var letters = isUpper ? KeyPartCase.Upper : KeyPartCase.Lower;
        KeyPart[] parts = [new KeyPart(KeyPartKind.Text, "Text", IsFinal: true) { Style = KeyPartStyle.Raw, Case = letters }];
        Assert.False(KeyOverlap.Of(Model(parts), Model([new KeyPart(KeyPartKind.Literal, text)])));
        Assert.True(KeyOverlap.Of(Model(parts), Model([new KeyPart(KeyPartKind.Literal, Write(parts, text)!)])));
    }

    private static IEnumerable<string> Words(string letters, int length) => length == 0
        ? [string.Empty]
        : Words(letters, length - 1).SelectMany(word => word.Length == length - 1 ? letters.Select(letter => word + letter).Prepend(word) : [word]);

    /// <summary>Parts whose ends are known, as a declaration must have.</summary>
    private static List<KeyPart> Draw(Random random)
    {
        while (true)
        {
            var parts = Enumerable.Range(0, random.Next(1, 5)).Select(_ => random.Next(5) < 2 ? Literal(random) : Part(random)).ToList();
            KeyEnds.Mark(parts);
            if (KeyEnds.Problem(parts) is null)
            {
                return parts;
            }
        }
    }

    private static KeyPart Literal(Random random) => new(KeyPartKind.Literal, Literals[random.Next(Literals.Length)]);

    private static KeyPart Part(Random random)
    {
        var letters = (KeyPartCase)random.Next(3);
        return random.Next(9) switch
        {
            0 or 1 => new(KeyPartKind.Text, "Text") { Style = KeyPartStyle.Raw, Case = letters },
            2 => new(KeyPartKind.Enum, "Enum", Woods.TypeName, Enum: Woods) { Case = letters },
            3 => new(KeyPartKind.Enum, "EnumNumber", Woods.TypeName, Enum: Woods) { Style = KeyPartStyle.Plain },
            4 => new(KeyPartKind.Boolean, "Boolean", "bool") { Case = letters },
            5 => new(KeyPartKind.Guid, "Guid") { Style = random.Next(2) == 0 ? KeyPartStyle.Compact : KeyPartStyle.Sortable, Case = letters },
            6 => new(KeyPartKind.Number, "Number", "long", Scalar: ScalarKind.Int64) { Style = KeyPartStyle.Plain },
            7 => new(KeyPartKind.Decimal, "Decimal", "decimal") { Style = KeyPartStyle.Plain },
            _ => random.Next(2) == 0
                ? new(KeyPartKind.DateTimeOffset, "Time", Width: 10) { Style = KeyPartStyle.UnixSeconds }
                : new(KeyPartKind.DateTimeOffset, "Time", Width: 13) { Style = KeyPartStyle.UnixMilliseconds },
        };
    }

    /// <summary>A key with values at random, as the product writes it; null where a form cannot hold one.</summary>
    private static string? Write(IReadOnlyList<KeyPart> parts, Random random) =>
        Written(parts, (ref KeyBuilder key, KeyPart part) => Write(ref key, part, random));

    /// <summary>The key with a text in its place.</summary>
    private static string? Write(IReadOnlyList<KeyPart> parts, string text) => Written(parts, (ref KeyBuilder key, KeyPart part) => Write(ref key, part, text));

    private static string? Written(IReadOnlyList<KeyPart> parts, WritePart write)
    {
        var key = new KeyBuilder(stackalloc byte[512]);
        try
        {
            foreach (var part in parts)
            {
                write(ref key, part);
            }

            return key.ToString();
        }
        catch (KeyException)
        {
            return null;
        }
    }

    private static void Write(ref KeyBuilder key, KeyPart part, Random random)
    {
        switch (part.Kind)
        {
            case KeyPartKind.Enum when part.Style == KeyPartStyle.Plain:
                key.PlainNumber((long)Woods.Members[random.Next(Woods.Members.Count)].Number);
                break;
            case KeyPartKind.Enum:
                Name(ref key, part, Encoding.UTF8.GetBytes(Woods.Members[random.Next(Woods.Members.Count)].StoredName));
                break;
            case KeyPartKind.Boolean when part.Case == KeyPartCase.Upper:
                key.UpperBoolean(random.Next(2) == 0);
                break;
            case KeyPartKind.Boolean:
                key.Boolean(random.Next(2) == 0);
                break;
            case KeyPartKind.Guid:
                key.Guid(Id, part.Style == KeyPartStyle.Compact ? "N" : "D", part.Case == KeyPartCase.Upper);
                break;
            case KeyPartKind.Number:
                key.PlainNumber(Numbers[random.Next(Numbers.Length)]);
                break;
            case KeyPartKind.Decimal:
                key.PlainDecimal(Decimals[random.Next(Decimals.Length)]);
                break;
            case KeyPartKind.DateTimeOffset when part.Style == KeyPartStyle.UnixSeconds:
                key.UnixSeconds(random.Next(2) == 0 ? First : Last);
                break;
            case KeyPartKind.DateTimeOffset:
                key.UnixMilliseconds(random.Next(2) == 0 ? First : Last);
                break;
            default:
                Write(ref key, part, Contents[random.Next(Contents.Length)]);
                break;
        }
    }

    private static void Write(ref KeyBuilder key, KeyPart part, string text)
    {
        switch (part)
        {
            case { Kind: KeyPartKind.Literal }:
                key.Literal(Encoding.UTF8.GetBytes(part.Text));
                break;
            case { Case: KeyPartCase.Lower }:
                key.LowerText(text, part.Terminator);
                break;
            case { Case: KeyPartCase.Upper }:
                key.UpperText(text, part.Terminator);
                break;
            default:
                key.RawText(text, part.Terminator);
                break;
        }
    }

    private static void Name(ref KeyBuilder key, KeyPart part, byte[] name)
    {
        switch (part.Case)
        {
            case KeyPartCase.Lower:
                key.LowerName(name);
                break;
            case KeyPartCase.Upper:
                key.UpperName(name);
                break;
            default:
                key.Literal(name);
                break;
        }
    }

    private static KeyAttributeModel Model(IReadOnlyList<KeyPart> parts) => new("pk", Text(parts), new EquatableArray<KeyPart>(parts));

    private static string Text(IEnumerable<KeyPart> parts) =>
        string.Concat(parts.Select(part => part.IsPlaceholder ? $"{{{part.Text}:{part.Style}:{part.Case}}}" : part.Text));

    private delegate void WritePart(ref KeyBuilder key, KeyPart part);
}
