using System.Globalization;
using DynamoGen.Migrations.Runs;

namespace DynamoGen.MigrationProof;

/// <summary>The size of a proof.</summary>
/// <param name="Items">How many items move.</param>
/// <param name="Kills">How often one worker is killed; once more all are, together.</param>
/// <param name="Restarts">How often the server is killed and started again.</param>
/// <param name="Clients">How many clients read and write meanwhile.</param>
/// <param name="Workers">How many worker processes there are.</param>
internal sealed record ProofSize(int Items, int Kills, int Restarts, int Clients = 8, int Workers = 2)
{
    private const int MostTouched = 10_000;
    private const int LeastSeconds = 10;

    public static ProofSize Short { get; } = new(2_000, 3, 1);

    public static ProofSize Whole { get; } = new(1_000_000, 20, 5);

    /// <summary>How many of the items the clients touch, spread over all of them: more would make a ledger that takes longer than all else.</summary>
    public int Touched => Math.Clamp(Items / 20, 1, MostTouched);

    /// <summary>How long it may take at the most.</summary>
    public TimeSpan Limit => TimeSpan.FromMinutes(10) + TimeSpan.FromMilliseconds(10L * Items);

    /// <summary>The number of the item at a place among those that the clients touch.</summary>
    public int Number(int touched) => (int)((long)touched * Items / Touched);

    /// <summary>Reads what the command line says of it; null where it says nothing that is understood.</summary>
    public static ProofSize? Parse(string[] arguments)
    {
        var size = arguments is ["whole", ..] ? Whole : Short;
        var rest = arguments is ["whole" or "short", ..] ? arguments[1..] : arguments;
        foreach (var pair in rest.Chunk(2))
        {
            if (pair is not [var name, var text] || !int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value))
            {
                return null;
            }

            size = name switch
            {
                "--items" when value > 0 => size with { Items = value },
                "--kills" => size with { Kills = value },
                "--restarts" => size with { Restarts = value },
                "--clients" when value > 0 => size with { Clients = value },
                "--workers" when value > 0 => size with { Workers = value },
                _ => null,
            };
            if (size is null)
            {
                return null;
            }
        }

        return size;
    }

    /// <summary>
    /// Sets times for processes that die often on one machine, and so many segments and pages that each kill meets one in its middle. A ceiling makes the
    /// backfill of few items last long enough to be disturbed.
    /// </summary>
    public void Configure(MigrationOptions options)
    {
        options.Phases.Interval = TimeSpan.FromMilliseconds(500);
        options.Phases.Lease = TimeSpan.FromSeconds(10);
        options.Phases.Drain = TimeSpan.FromSeconds(5);
        options.Backfill.Segments = Math.Clamp(Items / 2_500, 8, 64);
        options.Backfill.PageItems = Math.Clamp(Items / options.Backfill.Segments / 10, 25, 1_000);
        options.Backfill.SegmentLease = TimeSpan.FromSeconds(3);
        options.Backfill.MaxWriteUnitsPerSecond = Math.Max(50, Items / Workers / LeastSeconds);
    }
}
