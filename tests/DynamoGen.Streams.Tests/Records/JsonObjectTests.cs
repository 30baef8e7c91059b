using System.Text;
using DynamoGen.Serialization;

namespace DynamoGen.Streams.Tests.Records;

/// <summary>Where an object ends, whatever stands in its texts and wherever blocks of bytes end.</summary>
public sealed class JsonObjectTests
{
    private static readonly string[] Texts = ["", "a", "{", "}", "\\\"", "\\\\", "\\\\\\\"}", "[{}]", ":{}", "\\u007d", new('x', 61), new('\\', 62), "é}"];

    [Fact]
    public void The_end_is_that_which_a_strict_reader_finds()
    {
        for (var seed = 0; seed < 5_000; seed++)
        {
            var random = new Random(seed);
            var json = Encoding.UTF8.GetBytes(Object(random, depth: 0) + (random.Next(2) == 0 ? "}" : ",\"{"));
            var reader = new WireReader(json);
            reader.SkipJson();

            Assert.True(reader.Position == JsonObjects.LengthOf(json), $"seed {seed}: {Encoding.UTF8.GetString(json)}");
        }
    }

    [Theory]
    [InlineData("{")]
    [InlineData("{\"a\":\"}")]
    [InlineData("{\"a\":\"\\\"}")]
    [InlineData("{\"a\":{}")]
    public void What_does_not_end_has_no_length(string json) => Assert.Equal(-1, JsonObjects.LengthOf(Encoding.UTF8.GetBytes(json)));

    private static string Object(Random random, int depth) =>
        $"{{{string.Join(",", Enumerable.Range(0, random.Next(4)).Select(number => $"\"{number}{Text(random)}\":{Value(random, depth + 1)}"))}}}";

    private static string Value(Random random, int depth) => random.Next(depth > 6 ? 2 : 5) switch
    {
        0 => $"\"{Text(random)}\"",
        1 => "true",
        2 => $"[{Value(random, depth + 1)},{Value(random, depth + 1)}]",
        _ => Object(random, depth),
    };

    private static string Text(Random random) => Texts[random.Next(Texts.Length)];
}
