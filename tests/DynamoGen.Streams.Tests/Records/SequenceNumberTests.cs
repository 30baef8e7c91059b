using System.Numerics;
using FsCheck;
using FsCheck.Fluent;

namespace DynamoGen.Streams.Tests.Records;

public sealed class SequenceNumberTests
{
    private static readonly Arbitrary<string> Digits = Gen.Choose(1, SequenceNumber.MaxDigits)
        .SelectMany(count => Gen.Elements("0123456789".ToCharArray()).ArrayOf(count))
        .Select(digits => new string(digits)).ToArbitrary();

    [Fact]
    public void Numbers_keep_their_text_and_compare_by_value() => Prop.ForAll(Digits, Digits, (left, right) =>
    {
        var expected = BigInteger.Parse(left, System.Globalization.CultureInfo.InvariantCulture)
            .CompareTo(BigInteger.Parse(right, System.Globalization.CultureInfo.InvariantCulture));
        var (first, second) = (SequenceNumber.Parse(left), SequenceNumber.Parse(right));
        return first.ToString() == left
            && Math.Sign(first.CompareTo(second)) == expected
            && Math.Sign(string.CompareOrdinal(first.ToSortableString(), second.ToSortableString())) == expected
            && (first == second) == (expected == 0)
            && (first < second) == (expected < 0);
    }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("")]
    [InlineData("12a")]
    [InlineData("-1")]
    [InlineData("1234567890123456789012345678901234567890123456789012345678")]
    public void What_is_no_number_is_refused(string text) => Assert.Throws<FormatException>(() => SequenceNumber.Parse(text));
}
