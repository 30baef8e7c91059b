using System.Text;
using Amazon.DynamoDBv2.Model;
using DynamoGen.Tests.Serialization.Properties;

namespace DynamoGen.Generator.Tests.RandomModels;

/// <summary>
/// Entities drawn at random, compiled and filled with values drawn at random: what is stored is what was declared, whoever writes or reads it and
/// whatever the JSON looks like. Another seed than the usual one is set by the environment variable <c>DYNAMOGEN_RANDOM_MODEL</c>.
/// </summary>
public sealed class RandomModelTests : IClassFixture<RandomModelTests.Model>
{
    private const int Instances = 15;

    private static readonly string[] Envelope = ["pk", "sk", "gsi1pk", "gsi1sk", "_t", "_v"];

    private readonly Model _model;

    public RandomModelTests(Model model) => _model = model;

    [Fact]
    public void What_is_written_is_what_the_SDK_reads_and_what_was_declared() => Each((entity, drawn, _) =>
    {
        var read = SdkJson.Read(entity.Codec.Write(drawn));
        Assert.All(["pk", "sk", "_t"], attribute => Assert.NotNull(read[attribute].S));
        Assert.Equal("1", read["_v"].N);
        return read.Where(pair => !Envelope.Contains(pair.Key)).ToDictionary();
    });

    [Fact]
    public void What_is_written_is_read_as_it_was() => Each((entity, drawn, _) => entity.Shape.Attributes(entity.Codec.Read(entity.Codec.Write(drawn))));

    [Fact]
    public void What_the_SDK_writes_is_read() =>
        Each((entity, drawn, _) => entity.Shape.Attributes(entity.Codec.Read(SdkJson.Write(entity.Shape.Attributes(drawn)))));

    [Fact]
    public void Whatever_the_JSON_looks_like_it_is_read_alike() => Each((entity, drawn, random) =>
    {
        var json = new DisturbedJson(random) { MayHoldUnknown = ObjectType.IsOne }.Item(entity.Shape.Attributes(drawn)).ToString();
        return entity.Shape.Attributes(entity.Codec.Read(Encoding.UTF8.GetBytes(json)));
    });

    [Fact]
    public void The_map_of_attributes_is_what_the_SDK_reads_of_what_is_written() => Each((entity, drawn, _) =>
    {
        var map = entity.Codec.ToAttributes(drawn);
        Assert.Equal(AttributeText.Of(SdkJson.Read(entity.Codec.Write(drawn))), AttributeText.Of(map));
        return entity.Shape.Attributes(entity.Codec.FromAttributes(map));
    });

    [Fact]
    public void What_was_declared_is_read_from_a_map_of_attributes() =>
        Each((entity, drawn, _) => entity.Shape.Attributes(entity.Codec.FromAttributes(entity.Shape.Attributes(drawn))));

    [Fact]
    public void A_page_of_items_that_each_look_different_is_read_alike()
    {
        var random = new Random(_model.Seed);
        foreach (var entity in _model.Entities)
        {
            var drawn = Enumerable.Range(0, Instances).Select(_ => entity.Draw(new RandomValues(random))).ToArray();
            var page = "[" + string.Join(",", drawn.Select(
                item => new DisturbedJson(random) { MayHoldUnknown = ObjectType.IsOne, Degree = random.Next(4) }.Item(entity.Shape.Attributes(item)))) + "]";

            var read = entity.Codec.ReadPage(Encoding.UTF8.GetBytes(page));

            Assert.Equal(drawn.Select(item => AttributeText.Of(entity.Shape.Attributes(item))),
                read.Select(item => AttributeText.Of(entity.Shape.Attributes(item))));
        }
    }

    /// <summary>Takes each entity's instances some way and compares where they arrive.</summary>
    private void Each(Func<CompiledEntity, object, Random, Dictionary<string, AttributeValue>> arrive)
    {
        foreach (var (entity, number) in _model.Entities.Select((entity, number) => (entity, number)))
        {
            for (var instance = 0; instance < Instances; instance++)
            {
                var random = new Random((_model.Seed * 31) + (number * 1009) + instance);
                var drawn = entity.Draw(new RandomValues(random));
                var expected = AttributeText.Of(entity.Shape.Attributes(drawn));
                try
                {
                    Assert.Equal(expected, AttributeText.Of(arrive(entity, drawn, random)));
                }
                catch (Exception failure)
                {
                    Assert.Fail($"Seed {_model.Seed}, entity {entity.Shape.Name}, instance {instance}: {failure}\nexpected {expected}\n{string.Join("\n", entity.Shape.Members)}");
                }
            }
        }
    }

    /// <summary>One compilation for all tests.</summary>
    public sealed class Model : IDisposable
    {
        private const int UsualSeed = 20240607;
        private const int Drawn = 40;

        private readonly CompiledModel _compiled;

        public Model()
        {
            Seed = ChosenSeed;
            _compiled = new CompiledModel(new RandomModel(Seed, Drawn));
        }

        public static int ChosenSeed => int.TryParse(Environment.GetEnvironmentVariable("DYNAMOGEN_RANDOM_MODEL"), out var seed) ? seed : UsualSeed;

        public int Seed { get; }

        internal IReadOnlyList<CompiledEntity> Entities => _compiled.Entities;

        public void Dispose() => _compiled.Dispose();
    }
}
