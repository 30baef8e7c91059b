using DynamoGen.Tests.Cultures;
using DynamoGen.Tests.KeyForms;
using FsCheck;
using FsCheck.Fluent;
using Codes = DynamoGen.Tests.Keys.FormedKey.Keys.ByCode;
using Names = DynamoGen.Tests.Keys.FormedKey.Keys.ByName;
using Primary = DynamoGen.Tests.Keys.FormedKey.Keys.Primary;

namespace DynamoGen.Tests.Keys;

/// <summary>Keys in the forms of other programs are injective, can be read back, and keep order where they claim to, for any values.</summary>
public sealed class KeyFormPropertyTests
{
    private static readonly int Cases = CultureRun.Cases(10_000);

    /// <summary>Texts full of what ends them, and of letters whose case is not the same everywhere.</summary>
    private static readonly Gen<string> Texts = Gen.Choose(0, 5)
        .SelectMany(length => Gen.Elements(
            "|", "a", "aa", "b", "B", "_", "~", "0", "É", "é", "ß", "ς", "\u0130", "\u0131", "\u01c5", "\U00010400", "\U00010428")
            .ArrayOf(length))
        .Select(string.Concat);

    /// <summary>What makes another text of a key, which may be no key any more.</summary>
    private static readonly string[] Additions =
        ["", "0", "1", "9", "-", "+", ".", ".0", "x", " ", "A", "a", "É", "é", "ß", "\u0130", "|", "\ud800", "00000000000000000001"];

    private static readonly Gen<long> Numbers = Gen.OneOf(
        Gen.Elements(0L, 1, -1, 10, -10, long.MinValue, long.MaxValue),
        Gen.Choose(-20, 20).Select(value => (long)value),
        Gen.Choose(int.MinValue, int.MaxValue).Select(value => (long)value * 4_294_967_291));

    private static readonly Gen<decimal> Decimals = Gen.OneOf(
        Gen.Elements(0m, -0.0m, 1.0m, 1.50m, -1.5m, 100m, decimal.MaxValue, decimal.MinValue, 0.0000000000000000000000000001m, 7.9228162514264337593543950335m),
        Gen.Choose(-1000, 1000).Select(value => value / 100m));

    private static readonly Gen<Guid> Guids = Numbers.Select(value =>
        new Guid((int)(value >> 3), (short)value, (short)(value >> 7), BitConverter.GetBytes(value * 31)));

    /// <summary>From 2001-09-09 until 2286-11-20.</summary>
    private static readonly Gen<DateTimeOffset> Moments = Gen.OneOf(
        Gen.Choose(0, 3000).Select(milliseconds => DateTimeOffset.FromUnixTimeMilliseconds(1_700_000_000_000 + milliseconds)),
        Gen.Choose(0, int.MaxValue).Select(value => DateTimeOffset.FromUnixTimeSeconds(1_000_000_000 + (value * 4L))),
        Gen.Elements(DateTimeOffset.FromUnixTimeSeconds(1_000_000_000), DateTimeOffset.FromUnixTimeMilliseconds(9_999_999_999_999)));

    private static readonly Gen<FormedKey> Values =
        from texts in Texts.ArrayOf(4)
        from numbers in Numbers.ArrayOf(2)
        from condition in Gen.Elements(Condition.Unknown, Condition.New, Condition.Worn)
        from weight in Decimals
        from repairs in Gen.Choose(0, 3)
        from bought in Moments
        from lent in Moments
        from flag in Gen.Elements(true, false)
        from guids in Guids.ArrayOf(3)
        select new FormedKey(texts[0], texts[1], numbers[0], condition, weight, (Repairs)repairs)
        {
            Name = texts[2],
            Number = (ulong)numbers[1],
            Bought = bought,
            Lent = lent.UtcDateTime,
            Rest = texts[3],
            IsLent = flag,
            Id = guids[0],
            Mark = guids[1],
            Code = guids[2],
        };

    [Fact]
    public void A_key_is_read_back_to_its_values()
    {
        var written = 0;
        Check(Values, values =>
        {
            if (Build(values) is not { } keys)
            {
                return true;
            }

            written++;
            return Read(keys) == values.Kept() && Build(values.Kept())!.SequenceEqual(keys);
        });
        Assert.InRange(written, Cases / 10, Cases);
    }

    [Fact]
    public void Different_values_give_different_keys() => Check(
        from left in Values
        from other in Values
        from kept in Gen.Choose(0, 4095)
        select (left, right: Mixed(left, other, kept)),
        pair => Build(pair.left) is not { } left || Build(pair.right) is not { } right || (pair.left.Kept() == pair.right.Kept()) == left.SequenceEqual(right));

    [Fact]
    public void What_is_not_written_in_just_this_form_is_refused()
    {
        var refused = 0;
        Check(
            from values in Values.Where(values => Build(values) is not null)
            from key in Gen.Choose(0, 5)
            from changes in (from place in Gen.Choose(0, 200)
                             from removed in Gen.Choose(0, 2)
                             from added in Gen.Elements(Additions)
                             select (place, removed, added)).ArrayOf(2)
            select (values, key, changes),
            drawn =>
            {
                var text = Build(drawn.values)![drawn.key];
                foreach (var (place, removed, added) in drawn.changes)
                {
                    var start = place % (text.Length + 1);
                    text = text.Remove(start, Math.Min(removed, text.Length - start)).Insert(start, added);
                }

                if (Again(drawn.key, text) is { } again)
                {
                    return again == text;
                }

                refused++;
                return true;
            });
        Assert.InRange(refused, Cases / 10, Cases);
    }

    [Theory]
    [InlineData("0.00000000000000000000000000001")]
    [InlineData("7.92281625142643375935439503351")]
    [InlineData("1.0")]
    [InlineData("-0")]
    [InlineData("01")]
    [InlineData("+1")]
    [InlineData(" 1")]
    [InlineData("1.")]
    [InlineData(".5")]
    public void A_decimal_has_one_text(string number) => Assert.False(Primary.TryParseSortKey($"{number}~1|0", out _, out _, out _));

    [Theory]
    [InlineData("TRUE+F8FAD5B-D9CB-469F-A165-70867728950E")]
    [InlineData("TRUE0F8FAD5B-0xCB-469F-A165-70867728950E")]
    [InlineData("TRUE0F8FAD5B-0XCB-469F-A165-70867728950E")]
    [InlineData("TRUE0f8FAD5B-D9CB-469F-A165-70867728950E")]
    public void A_Guid_has_one_text(string text) => Assert.False(Codes.TryParsePartitionKey(text, out _, out _));

    [Fact]
    public void Times_and_what_is_behind_them_sort_as_they_are() => Check(
        from left in Values
        from other in Values
        from kept in Gen.Choose(0, 4095)
        select (left: left.Kept(), right: Mixed(left, other, kept).Kept()),
        pair => Math.Sign(Built.Compare(
                Names.SortKey(pair.left.Bought, pair.left.Lent, pair.left.Rest), Names.SortKey(pair.right.Bought, pair.right.Lent, pair.right.Rest)))
            == Math.Sign(First(
                pair.left.Bought.CompareTo(pair.right.Bought),
                pair.left.Lent.CompareTo(pair.right.Lent),
                Built.Compare(pair.left.Rest, pair.right.Rest))));

    [Fact]
    public void Guids_sort_as_they_are() => Check(
        from left in Values
        from other in Values
        from kept in Gen.Choose(0, 4095)
        select (left, right: Mixed(left, other, kept)),
        pair => Math.Sign(Built.Compare(
                Codes.SortKey(pair.left.Id, pair.left.Mark, pair.left.Code), Codes.SortKey(pair.right.Id, pair.right.Mark, pair.right.Code)))
            == Math.Sign(First(
                pair.left.Id.CompareTo(pair.right.Id), pair.left.Mark.CompareTo(pair.right.Mark), pair.left.Code.CompareTo(pair.right.Code))));

    private static int First(params int[] orders) => orders.FirstOrDefault(order => order != 0);

    /// <summary>All keys; null where a form cannot hold a value.</summary>
    private static string[]? Build(FormedKey values)
    {
        try
        {
            return
            [
                Primary.PartitionKey(values.Owner, values.Shelf, values.Serial, values.Condition),
                Primary.SortKey(values.Weight, values.Condition, values.Repairs),
                Names.PartitionKey(values.Name, values.Condition, values.Number),
                Names.SortKey(values.Bought, values.Lent, values.Rest),
                Codes.PartitionKey(values.IsLent, values.Code),
                Codes.SortKey(values.Id, values.Mark, values.Code),
            ];
        }
        catch (KeyException)
        {
            return null;
        }
    }

    /// <summary>The values of all keys, each from where it is read last; null where a text is no key.</summary>
    private static FormedKey? Read(string[] keys) =>
        Primary.TryParsePartitionKey(keys[0], out var owner, out var shelf, out var serial, out _)
        && Primary.TryParseSortKey(keys[1], out var weight, out var condition, out var repairs)
        && Names.TryParsePartitionKey(keys[2], out var name, out _, out var number)
        && Names.TryParseSortKey(keys[3], out var bought, out var lent, out var rest)
        && Codes.TryParsePartitionKey(keys[4], out var isLent, out _)
        && Codes.TryParseSortKey(keys[5], out var id, out var mark, out var code)
            ? new FormedKey(owner, shelf, serial, condition, weight, repairs)
            {
                Name = name,
                Number = number,
                Bought = bought,
                Lent = lent,
                Rest = rest,
                IsLent = isLent,
                Id = id,
                Mark = mark,
                Code = code,
            }
            : null;

    /// <summary>One of the keys, read and built again; null where the text is no such key.</summary>
    private static string? Again(int key, string text) => key switch
    {
        0 => Primary.TryParsePartitionKey(text, out var owner, out var shelf, out var serial, out var condition)
            ? Primary.PartitionKey(owner, shelf, serial, condition)
            : null,
        1 => Primary.TryParseSortKey(text, out var weight, out var condition, out var repairs) ? Primary.SortKey(weight, condition, repairs) : null,
        2 => Names.TryParsePartitionKey(text, out var name, out var condition, out var number) ? Names.PartitionKey(name, condition, number) : null,
        3 => Names.TryParseSortKey(text, out var bought, out var lent, out var rest) ? Names.SortKey(bought, lent, rest) : null,
        4 => Codes.TryParsePartitionKey(text, out var isLent, out var code) ? Codes.PartitionKey(isLent, code) : null,
        _ => Codes.TryParseSortKey(text, out var id, out var mark, out var code) ? Codes.SortKey(id, mark, code) : null,
    };

    /// <summary>Random values hardly ever are the same but for one; these are.</summary>
    private static FormedKey Mixed(FormedKey left, FormedKey right, int kept)
    {
        return new(
            Of(0).Owner, Of(1).Shelf, Of(2).Serial, Of(3).Condition, Of(4).Weight, Of(5).Repairs)
        {
            Name = Of(6).Name,
            Number = left.Number,
            Bought = Of(7).Bought,
            Lent = Of(8).Lent,
            Rest = Of(9).Rest,
            IsLent = left.IsLent,
            Id = Of(10).Id,
            Mark = Of(11).Mark,
            Code = right.Code,
        };

        FormedKey Of(int place) => (kept & (1 << place)) != 0 ? left : right;
    }

    private static void Check<T>(Gen<T> values, Func<T, bool> holds) =>
        Prop.ForAll(values.ToArbitrary(), holds).Check(Config.QuickThrowOnFailure.WithMaxTest(Cases));
}
