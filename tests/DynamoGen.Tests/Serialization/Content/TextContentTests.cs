using System.Text;
using System.Text.Json;
using DynamoGen.Serialization;
using FsCheck;
using FsCheck.Fluent;

namespace DynamoGen.Tests.Serialization.Content;

/// <summary>Texts are read as the framework's reader reads them, whichever way their length and their characters send them.</summary>
public sealed class TextContentTests
{
    private static readonly char[] Letters = [.. "abcXYZ019 '\"\\/\t\u0001\u007fé\u0800\ud83d\ude00"];

    [Fact]
    public void Each_length_is_read_to_its_last_character()
    {
        for (var length = 0; length <= 100; length++)
        {
            var text = string.Concat(Enumerable.Range(0, length).Select(i => (char)('!' + ((i * 7) % 90)))).Replace('"', 'q').Replace('\\', 's');
            Assert.Equal(text, Read($"\"{text}\""));
            Assert.Equal(text, Read($"\"{text}\",\"the next text stands behind it, longer than a block\""));
        }
    }

    [Theory]
    [InlineData("é")]
    [InlineData("\\u00e9")]
    [InlineData("\\\"")]
    [InlineData("\\\\")]
    [InlineData("\u007f")]
    [InlineData("\ud83d\ude00")]
    public void What_is_not_plain_is_found_at_each_place(string special)
    {
        for (var place = 0; place <= 40; place++)
        {
            var json = $"\"{new string('a', place)}{special}{new string('b', 40 - place)}\"  ,\"what follows\"";
            Assert.Equal(Expected(json), Read(json));
        }
    }

    [Theory]
    [InlineData("\u0000")]
    [InlineData("\n")]
    [InlineData("\u001f")]
    public void A_control_character_is_refused_at_each_place(string control)
    {
        for (var place = 0; place <= 40; place++)
        {
            Assert.Throws<ItemFormatException>(() => Read($"\"{new string('a', place)}{control}{new string('b', 40 - place)}\"  ,\"what follows\""));
        }
    }

    [Fact]
    public void A_text_that_does_not_end_is_refused() =>
        Assert.All(Enumerable.Range(0, 70), length => Assert.Throws<ItemFormatException>(() => Read($"\"{new string('a', length)}")));

    [Fact]
    public void Any_text_is_read_as_the_framework_reads_it()
    {
        var texts = Gen.ArrayOf(Gen.Elements(Letters)).Select(letters => new string(letters)).Where(IsWhole);
        Prop.ForAll(texts.ToArbitrary(), text =>
        {
            var json = JsonSerializer.Serialize(text) + ",\"what follows in the response\"";
            return Read(json) == text;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));
    }

    private static bool IsWhole(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)) == text;

    private static string Expected(string json)
    {
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(json), isFinalBlock: false, default);
        Assert.True(reader.Read());
        return reader.GetString()!;
    }

    private static string Read(string json)
    {
        var reader = new WireReader(Encoding.UTF8.GetBytes("{\"S\":" + json + "}"));
        reader.BeginQuoted("S"u8);
        return reader.StringContent();
    }
}
