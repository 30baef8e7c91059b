using DynamoGen.Generator.Tests.Sources;

namespace DynamoGen.Generator.Tests.RandomModels;

/// <summary>Whatever can be stored in whatever shape, the generator writes it and the compiler has nothing to say to it.</summary>
public sealed class RandomEntityTests
{
    private const int Entities = 60;

    [Fact]
    public void Entities_drawn_at_random_compile_without_a_warning()
    {
        var model = new RandomModel(RandomModelTests.Model.ChosenSeed, Entities);

        var run = Design.Compiles(GeneratorRun.Of(Shop.Table, model.Source));

        Assert.Equal(Entities + 1, run.Generated.Count);
    }
}
