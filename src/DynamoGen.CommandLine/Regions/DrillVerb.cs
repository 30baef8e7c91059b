using System.CommandLine;
using System.Globalization;
using DynamoGen.CommandLine.Commands;
using DynamoGen.CommandLine.Output;
using Microsoft.Extensions.DependencyInjection;

namespace DynamoGen.CommandLine.Regions;

/// <summary><c>regions drill</c></summary>
internal sealed class DrillVerb : RegionVerb
{
    private const int DefaultSeconds = 60;
    private const int MostSeconds = 3_600;

    private readonly Argument<string> _region = Region();
    private readonly Option<int> _within = new("--within")
    {
        Description = $"How many seconds each region has to hear of each move; {DefaultSeconds} by default.",
        HelpName = "seconds",
        DefaultValueFactory = static _ => DefaultSeconds,
        CustomParser = static result =>
        {
            if (!int.TryParse(result.Tokens[0].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) || seconds is < 1 or > MostSeconds)
            {
                result.AddError($"--within must be a number of seconds from 1 to {MostSeconds}.");
            }

            return seconds;
        },
    };

    public DrillVerb(CommandSession session)
        : base(session, "drill", "Rehearses a failover: moves the writes of a table, sees that every region hears of it, and moves them back.")
    {
        Arguments.Add(_region);
        Options.Add(_within);
    }

    protected override async Task<int> RunAsync(WrittenTable table, ParseResult arguments, VerbOutput output, CancellationToken cancellationToken)
    {
        var time = Session.Services.GetRequiredService<TimeProvider>();
        var drill = new Drill(table, TimeSpan.FromSeconds(arguments.GetValue(_within)), time, text => output.WriteLine(text));
        var holds = true;
        await output.WriteAllAsync(Watched(), cancellationToken, DrillStep.Columns).ConfigureAwait(false);
        return holds ? ExitCodes.Done : ExitCodes.Failed;

        async IAsyncEnumerable<DrillStep> Watched()
        {
            await foreach (var step in drill.RunAsync(arguments.GetValue(_region)!, cancellationToken).ConfigureAwait(false))
            {
                holds &= step.Holds;
                yield return step;
            }
        }
    }
}
