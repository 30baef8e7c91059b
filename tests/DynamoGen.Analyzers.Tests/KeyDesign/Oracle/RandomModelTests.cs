using System.Globalization;
using System.Text.RegularExpressions;
using DynamoGen.Analyzers.Tests.Design;
using DynamoGen.Analyzers.Tests.Verification;
using Microsoft.CodeAnalysis;

namespace DynamoGen.Analyzers.Tests.KeyDesign.Oracle;

/// <summary>
/// Models drawn at random: what DG1006, DG3022 and DG3020 say of each equals what all its keys, written and read back by trying, say. For more than the
/// 200 models of each run, set <c>DYNAMOGEN_RANDOM_MODELS</c>; each failure names its seed.
/// </summary>
public sealed partial class RandomModelTests
{
    private static readonly int Models =
        int.TryParse(Environment.GetEnvironmentVariable("DYNAMOGEN_RANDOM_MODELS"), NumberStyles.None, CultureInfo.InvariantCulture, out var models) ? models : 200;

    [Fact]
    public async Task Rules_say_what_the_keys_of_random_models_do()
    {
        var (shared, foreign, undecided) = (0, 0, 0);
        for (var seed = 0; seed < Models; seed++)
        {
            var model = new RandomModel(seed);
            var found = await Diagnosis.Of(ShopSource.Of(model.Source));
            Assert.All(found, diagnostic => Assert.False(diagnostic.Severity == DiagnosticSeverity.Error, $"seed {seed}: {diagnostic}\n{model.Source}"));
            for (var i = 0; i < model.Drawn.Count; i++)
            {
                var entity = model.Drawn[i];
                foreach (var other in model.Drawn.Where(other => other != entity))
                {
                    if (string.CompareOrdinal(other.Name, entity.Name) < 0)
                    {
                        shared += Compare(found, $"DG1006 of {entity.Name} and {other.Name}", "DG1006", entity.Name, other.Name,
                            KeyWriter.Meets(entity, other.Reader), entity.SharesProperty && other.SharesProperty);
                    }

                    if (entity.Query is { } query)
                    {
                        foreign += Compare(found, $"DG3022 of {query.Name} and {other.Name}", "DG3022", query.Name, other.Name,
                            KeyWriter.Meets(other, query.Reader), KeyWriter.SharesProperty(query.Reader) && other.SharesProperty);
                    }
                }
            }

            int Compare(IEnumerable<Diagnostic> all, string what, string id, string subject, string partner, bool isMet, bool isOpen)
            {
                var isSaid = all.Any(diagnostic => diagnostic.Id == id && Names(diagnostic) is [var name, .. var partners] && name == subject && partners.Contains(partner));
                undecided += isSaid && !isMet && isOpen ? 1 : 0;
                Assert.True(isSaid == isMet || (isSaid && isOpen), $"seed {seed}: {what} is {(isSaid ? "said, and no key is both" : "not said")}\n{model.Source}");
                return isMet ? 1 : 0;
            }
        }

        // A test that compares nothing would pass too.
        Assert.InRange(shared, Models / 20, Models * 3);
        Assert.InRange(foreign, Models / 20, Models * 6);
        Assert.InRange(undecided, 0, Models / 20);
    }

    /// <summary>What a message is about, and the partners that it names.</summary>
    private static string[] Names(Diagnostic diagnostic) =>
        [.. Quoted().Matches(List().Match(diagnostic.GetMessage(CultureInfo.InvariantCulture)).Value).Select(match => match.Groups[1].Value)];

    [GeneratedRegex(@"^'\w+' (and|also meets the items of) ('\w+'(, )?)+")]
    private static partial Regex List();

    [GeneratedRegex(@"'(\w+)'")]
    private static partial Regex Quoted();
}
