using System.Globalization;
using System.Text;
using DynamoGen.Serialization.Numbers;
using FsCheck;
using FsCheck.Fluent;

namespace DynamoGen.Tests.Serialization.Properties;

public sealed class ShortJsonNumberTests
{
    [Theory]
    [InlineData("0", 0, 1)]
    [InlineData("12,", 12, 2)]
    [InlineData("1479499740.0}", 1479499740, 12)]
    [InlineData("0.5 ", 0.5, 3)]
    [InlineData("999999999999999]", 999999999999999, 15)]
    public void A_few_digits_are_a_number(string json, double expected, int length)
    {
        Assert.Equal(length, ShortJsonNumber.Read(Encoding.UTF8.GetBytes(json), out var value));
        Assert.Equal(expected, value);
    }

    [Theory]
    [InlineData("")]
    [InlineData("-1")]
    [InlineData("01")]
    [InlineData("1.")]
    [InlineData("1.x")]
    [InlineData(".5")]
    [InlineData("1e3")]
    [InlineData("1.5E3")]
    [InlineData("1.2.3")]
    [InlineData("1+")]
    [InlineData("1000000000000000")]
    [InlineData("0.100000000000000")]
    [InlineData("99999999999999999999999999999999999999")]
    public void Everything_else_is_left_to_the_whole_grammar(string json) =>
        Assert.Equal(0, ShortJsonNumber.Read(Encoding.UTF8.GetBytes(json), out _));

    [Fact]
    public void It_is_the_number_that_the_framework_reads() => Prop.ForAll(
        (from whole in Gen.Choose(0, 99_999_999)
         from digits in Gen.Choose(0, 7)
         from fraction in Gen.Choose(0, 9_999_999)
         select digits == 0 ? $"{whole}" : $"{whole}.{fraction.ToString("D7", CultureInfo.InvariantCulture)[..digits]}").ToArbitrary(),
        json =>
        {
            var length = ShortJsonNumber.Read(Encoding.UTF8.GetBytes($"{json},"), out var value);
            return length == json.Length && value.Equals(double.Parse(json, CultureInfo.InvariantCulture));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(2_000));
}
