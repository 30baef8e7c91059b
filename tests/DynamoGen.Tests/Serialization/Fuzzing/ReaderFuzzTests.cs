using System.Globalization;

namespace DynamoGen.Tests.Serialization.Fuzzing;

/// <summary>
/// Feeds the reader with mutated items and responses. Each ends in an entity or in one of the two documented exceptions, in bounded memory and time,
/// and what was read can be written and read again. The environment variable <c>DYNAMOGEN_FUZZ_MUTATIONS</c> says how many.
/// </summary>
public sealed class ReaderFuzzTests
{
    private const long UsualMutations = 150_000;

    private static string? Case => Environment.GetEnvironmentVariable("DYNAMOGEN_FUZZ_CASE");

    [Fact]
    public void What_is_mutated_is_read_when_it_is_not()
    {
        Assert.All(Corpus.All, entry =>
        {
            var entities = entry.Target.Read(entry.Json);
            Assert.NotEmpty(entities);
            Assert.All(entities, entity => Assert.Equal(entry.Target.Write(entity), entry.Target.Write(entry.Target.ReadItem(entry.Target.Write(entity)))));
            Assert.Equal(entities.Select(entry.Target.Write), entry.Target.Read(entry.Tree.ToUtf8()).Select(entry.Target.Write));
        });
    }

    [Fact]
    public async Task Whatever_is_read_ends_in_an_entity_or_in_a_documented_exception()
    {
        if (Case is { } number)
        {
            new FuzzCase(long.Parse(number, CultureInfo.InvariantCulture)).Run();
            return;
        }

        var cases = long.TryParse(Environment.GetEnvironmentVariable("DYNAMOGEN_FUZZ_MUTATIONS"), CultureInfo.InvariantCulture, out var chosen)
            ? chosen
            : UsualMutations;
        var run = new FuzzRun(cases);

        await run.RunAsync();

        var outcomes = Enum.GetValues<Outcome>();
        TestContext.Current.TestOutputHelper?.WriteLine(string.Join(", ", outcomes.Select(outcome => $"{outcome}: {run[outcome]}")));
        Assert.Equal(cases, outcomes.Sum(outcome => run[outcome]));
        Assert.All(outcomes, outcome => Assert.True(cases < UsualMutations || run[outcome] > 0, $"No case ended in {outcome}."));
    }
}
