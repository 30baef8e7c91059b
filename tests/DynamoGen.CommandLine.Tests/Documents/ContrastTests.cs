using System.Globalization;
using System.Text.RegularExpressions;
using DynamoGen.CommandLine.Documents.Html;

namespace DynamoGen.CommandLine.Tests.Documents;

/// <summary>The colours of a page, in drawings too, which no other tool looks into.</summary>
/// <remarks>See <see href="https://www.w3.org/TR/WCAG22/#contrast-minimum">contrast (minimum)</see> of WCAG, level AA.</remarks>
public sealed class ContrastTests
{
    private const double OfText = 4.5;
    private const double OfGraphics = 3;

    private static readonly Dictionary<string, string>[] Schemes = [.. Regex.Matches(StyleSheet.Text, @":root \{(.*?)\}", RegexOptions.Singleline)
        .Select(root => Regex.Matches(root.Groups[1].Value, "--([a-z]+): #([0-9a-f]{6});")
            .ToDictionary(color => color.Groups[1].Value, color => color.Groups[2].Value))];

    [Fact]
    public void There_is_a_scheme_for_light_dark_and_paper() => Assert.Equal(3, Schemes.Length);

    [Theory]
    [InlineData("text", "ground", OfText)]
    [InlineData("text", "surface", OfText)]
    [InlineData("text", "partition", OfText)]
    [InlineData("text", "sort", OfText)]
    [InlineData("muted", "ground", OfText)]
    [InlineData("muted", "surface", OfText)]
    [InlineData("accent", "ground", OfText)]
    [InlineData("accent", "surface", OfText)]
    [InlineData("stream", "ground", OfGraphics)]
    [InlineData("region", "ground", OfGraphics)]
    public void What_is_read_stands_out(string front, string back, double least) =>
        Assert.All(Schemes, scheme => Assert.InRange(Contrast(scheme[front], scheme[back]), least, 21));

    private static double Contrast(string one, string other)
    {
        var (first, second) = (Luminance(one), Luminance(other));
        return (Math.Max(first, second) + 0.05) / (Math.Min(first, second) + 0.05);
    }

    private static double Luminance(string color) => (0.2126 * Part(color[..2])) + (0.7152 * Part(color[2..4])) + (0.0722 * Part(color[4..]));

    private static double Part(string hexadecimal)
    {
        var share = int.Parse(hexadecimal, NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.Pow((share + 0.055) / 1.055, 2.4);
    }
}
