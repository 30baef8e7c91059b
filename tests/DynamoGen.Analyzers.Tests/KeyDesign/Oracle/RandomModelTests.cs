using System.Globalization;
using System.Text.RegularExpressions;
using DynamoGen.Analyzers.Declaration;
using DynamoGen.Analyzers.Design;
using DynamoGen.Analyzers.Tests.Design;
using DynamoGen.Analyzers.Tests.Verification;
using Microsoft.CodeAnalysis;

namespace DynamoGen.Analyzers.Tests.KeyDesign.Oracle;

/// <summary>
/// Models drawn at random: what DG1006, DG3022 and DG3020 say of each equals what all its keys, written and read back by trying, say. For more than the
/// 200 models of each run, set <c>DYNAMOGEN_RANDOM_MODELS</c>; each failure names its seed.
/// </summary>
public sealed partial class RandomModelTests(ITestOutputHelper output)
{
    private static readonly int Models =
        int.TryParse(Environment.GetEnvironmentVariable("DYNAMOGEN_RANDOM_MODELS"), CultureInfo.InvariantCulture, out var models) ? models : 200;

    private const int MostWrong = 12;

    [Fact]
    public async Task Rules_say_what_the_keys_of_random_models_do()
    {
        var (shared, foreign, undecided, served, unserved) = (0, 0, 0, 0, 0);
        var wrong = new List<string>();
        for (var seed = 0; seed < Models && wrong.Count < MostWrong; seed++)
        {
            var model = new RandomModel(seed);
            var found = await Diagnosis.OfDeclarations(
                ShopSource.Of(model.Source), new SharedKeyAnalyzer(), new DesignAnalyzer(), new DeclarationAnalyzer());
            foreach (var entity in model.Drawn)
            {
                foreach (var other in model.Drawn.Where(other => string.CompareOrdinal(other.Name, entity.Name) < 0))
                {
                    shared += Compare($"DG1006 of {entity.Name} and {other.Name}", "DG1006", entity.Name, other.Name,
                        KeyMeeting.Of(entity.Declared[0], other.Declared[0]));
                }

                foreach (var query in entity.Queries)
                {
                    foreach (var (other, key) in model.Drawn.Where(other => other != entity).SelectMany(other => other.Keys, ValueTuple.Create)
                        .Where(pair => pair.Item2.Index == query.Index))
                    {
                        foreign += Compare($"DG3022 of {query.Name} and {other.Name}", "DG3022", query.Name, other.Name,
                            KeyMeeting.Of(query.Plan!.Reader, key));
                    }
                }

                foreach (var demand in entity.Demands)
                {
                    var isSaid = found.Any(diagnostic => diagnostic.Id == "DG3020" && Subject(diagnostic) == demand.Name);
                    Demand(isSaid == demand.Plan is null, $"DG3020 of {demand.Name} is {(isSaid ? "said" : "not said")}");
                    (served, unserved) = isSaid ? (served, unserved + 1) : (served + 1, unserved);
                }
            }

            var refused = model.Drawn.SelectMany(entity => entity.Demands)
                .Where(demand => demand.Plan is null or { IsOfOneInstant: true }).Select(demand => demand.Name).ToHashSet();
            Assert.All(found.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error && !refused.Contains(Subject(diagnostic))),
                diagnostic => Demand(false, diagnostic.ToString()));

            void Demand(bool isTrue, string what)
            {
                if (!isTrue)
                {
                    wrong.Add($"seed {seed}: {what}\n{model.Source}");
                }
            }

            int Compare(string what, string id, string subject, string partner, (bool IsMet, bool IsOpen) meeting)
            {
                var isSaid = found.Any(diagnostic =>
                    diagnostic.Id == id && Names(diagnostic) is [var name, .. var partners] && name == subject && partners.Contains(partner));
                undecided += isSaid && !meeting.IsMet && meeting.IsOpen ? 1 : 0;
                Demand(isSaid == meeting.IsMet || (isSaid && meeting.IsOpen), $"{what} is {(isSaid ? "said, and no key is both" : "not said")}");
                return meeting.IsMet ? 1 : 0;
            }
        }

        Assert.True(wrong.Count == 0, string.Join("\n", wrong));

        // A test that compares nothing would pass too.
        Assert.InRange(shared, Models / 20, Models * 3);
        Assert.InRange(foreign, Models / 20, Models * 6);
        Assert.InRange(undecided, 0, Models / 20);
        Assert.InRange(served, Models, Models * 12);
        Assert.InRange(unserved, Models, Models * 12);
        output.WriteLine($"{shared} pairs of keys and {foreign} ranges meet, {undecided} are open; {served} queries are answered, {unserved} are not");
    }

    private static string Subject(Diagnostic diagnostic) => Quoted().Match(diagnostic.GetMessage(CultureInfo.InvariantCulture)).Groups[1].Value;

    /// <summary>What a message is about, and the partners that it names.</summary>
    private static string[] Names(Diagnostic diagnostic) =>
        [.. Quoted().Matches(List().Match(diagnostic.GetMessage(CultureInfo.InvariantCulture)).Value).Select(match => match.Groups[1].Value)];

    [GeneratedRegex(@"^'\w+' (and|also meets the items of) ('\w+'(, )?)+")]
    private static partial Regex List();

    [GeneratedRegex(@"'(\w+)'")]
    private static partial Regex Quoted();
}
