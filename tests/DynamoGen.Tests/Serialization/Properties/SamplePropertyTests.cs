using System.Text;
using Amazon.DynamoDBv2.Model;
using DynamoGen.Serialization;
using FsCheck;
using FsCheck.Fluent;

namespace DynamoGen.Tests.Serialization.Properties;

/// <summary>One rich entity with any values: the wire form, the map of attributes and the AWS SDK agree, whatever the JSON looks like.</summary>
public sealed class SamplePropertyTests
{
    private const int Cases = 400;

    private static readonly string[] Envelope = ["pk", "sk", "gsi1pk", "gsi1sk", "_t", "_v"];

    private static readonly string[][] Objects = [["Name", "Count", "Points"], ["X", "Y"], ["Id", "Byte", "Rights"]];

    [Fact]
    public void What_is_written_is_what_the_SDK_reads() => Check(sample =>
        SdkJson.Read(Written(sample)).Where(pair => !Envelope.Contains(pair.Key)).ToDictionary());

    [Fact]
    public void What_is_written_is_read_as_it_was() => Check(sample => SampleAttributes.Of(Read(Written(sample))));

    [Fact]
    public void What_the_SDK_writes_is_read() => Check(sample => SampleAttributes.Of(Read(SdkJson.Write(SampleAttributes.Of(sample)))));

    [Fact]
    public void The_map_of_attributes_is_what_the_SDK_reads_of_what_is_written() => Check(sample =>
    {
        var map = AttributeMap.From<Sample, Sample.Marshaller>(sample);
        Assert.Equal(AttributeText.Of(SdkJson.Read(Written(sample))), AttributeText.Of(map));
        return SampleAttributes.Of(AttributeMap.Read<Sample, Sample.Marshaller>(map));
    });

    [Fact]
    public void Whatever_the_JSON_looks_like_it_is_read_alike() => Prop.ForAll(
        Arb.Zip(SampleGenerator.Any, Gen.Choose(0, int.MaxValue).ToArbitrary()),
        pair => Agree(pair.Item1, SampleAttributes.Of(Read(Encoding.UTF8.GetBytes(Disturbed(pair.Item1, new Random(pair.Item2)))))))
        .Check(Config.QuickThrowOnFailure.WithMaxTest(Cases));

    [Fact]
    public void A_page_of_samples_that_each_look_different_is_read_alike() => Prop.ForAll(
        Arb.Zip(Gen.ArrayOf(SampleGenerator.Any.Generator, 6).ToArbitrary(), Gen.Choose(0, int.MaxValue).ToArbitrary()),
        pair =>
        {
            var random = new Random(pair.Item2);
            var json = Encoding.UTF8.GetBytes("[" + string.Join(",", pair.Item1.Select(sample => Disturbed(sample, random))) + "]");
            var reader = new WireReader(json);
            reader.BeginArray();
            foreach (var sample in pair.Item1)
            {
                Assert.True(reader.NextElement());
                Agree(sample, SampleAttributes.Of(Sample.Marshaller.Read(ref reader)));
            }

            Assert.False(reader.NextElement());
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(Cases / 4));

    [Theory]
    [InlineData("""{"Id":{"\u0053":"1"},"NoInt":{"\u004eULL":true}}""")]
    [InlineData("""{"Id":{"S":"1"},"NoInt":{"N\u0055LL":true}}""")]
    [InlineData("""{"\u0049d":{"S":"\u0031"},"NoInt":{ "NULL" : true }}""")]
    public void An_escaped_descriptor_is_the_descriptor(string json)
    {
        Assert.Equal(("1", null), (Read(Encoding.UTF8.GetBytes(json)) is var sample ? (sample.Id, sample.NoInt) : default));
    }

    private static void Check(Func<Sample, Dictionary<string, AttributeValue>> arrive) =>
        Prop.ForAll(SampleGenerator.Any, sample => Agree(sample, arrive(sample))).Check(Config.QuickThrowOnFailure.WithMaxTest(Cases));

    private static void Agree(Sample sample, Dictionary<string, AttributeValue> arrived) =>
        Assert.Equal(AttributeText.Of(SampleAttributes.Of(sample)), AttributeText.Of(arrived));

    private static byte[] Written(Sample sample) => Encoding.UTF8.GetBytes(Wire.Write<Sample, Sample.Marshaller>(sample));

    private static Sample Read(byte[] json) => Wire.Read<Sample, Sample.Marshaller>(json);

    private static string Disturbed(Sample sample, Random random) =>
        new DisturbedJson(random) { MayHoldUnknown = IsObject, Degree = random.Next(4) }.Item(SampleAttributes.Of(sample)).ToString();

    private static bool IsObject(Dictionary<string, AttributeValue> map) => Objects.Any(names => names.All(map.ContainsKey));
}
