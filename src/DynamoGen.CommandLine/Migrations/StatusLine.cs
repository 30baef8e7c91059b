using System.Text.Json;
using DynamoGen.CommandLine.Output;
using DynamoGen.Migrations;
using DynamoGen.Migrations.Backfill;
using DynamoGen.Migrations.Runs;

namespace DynamoGen.CommandLine.Migrations;

/// <summary>How far a migration is.</summary>
/// <param name="Progress">What the runner tells.</param>
/// <param name="Speed">How fast it goes on; null where nobody watches.</param>
internal sealed record StatusLine(MigrationProgress Progress, CopySpeed? Speed = null) : IVerbRecord
{
    public MigrationState State => Progress.State;

    public void WriteTo(Utf8JsonWriter json)
    {
        json.WriteString("migration", State.Migration);
        json.WriteString("phase", State.Phase.ToString());
        json.WriteNumber("version", State.Version);
        json.WriteNumber("attempt", State.Attempt);
        WriteSince(json);
        json.WriteBoolean("writesPaused", State.WritesPaused);
        json.WriteBoolean("hasOutbox", State.HasOutbox);
        json.WriteNumber("segments", Progress.Segments);
        json.WriteNumber("segmentsDone", Progress.SegmentsDone);
        json.WriteNumber("copied", Progress.Copied);
        json.WriteNumber("unsettled", Progress.Unsettled);
        json.WriteNumber("failed", Progress.Failed);
        if (Speed is not null)
        {
            WriteNumber(json, "itemsPerSecond", Speed.ItemsPerSecond);
            WriteNumber(json, "etaSeconds", Speed.Left?.TotalSeconds);
        }

        json.WriteStartArray("processes");
        foreach (var instance in Progress.Instances)
        {
            json.WriteStartObject();
            json.WriteString("id", instance.Id);
            json.WriteNumber("acknowledged", instance.Acknowledged);
            json.WriteBoolean("isPending", IsPending(instance));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("shadowReads");
        foreach (var count in Progress.ShadowReads)
        {
            json.WriteStartObject();
            json.WriteString("pattern", count.AccessPattern);
            json.WriteNumber("compared", count.Compared);
            json.WriteNumber("mismatched", count.Mismatched);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        WritePace(json, "readPace", Progress.ReadPace);
        WritePace(json, "writePace", Progress.WritePace);
    }

    /// <summary>Whether a process has not acknowledged the state, so that nobody goes on from it.</summary>
    public bool IsPending(MigrationInstance instance) => instance.Acknowledged != State.Version;

    private void WriteSince(Utf8JsonWriter json)
    {
        if (State.Version == 0)
        {
            json.WriteNull("since");
        }
        else
        {
            json.WriteString("since", State.Since);
        }
    }

    private static void WritePace(Utf8JsonWriter json, string name, BackfillPace? pace)
    {
        if (pace is null)
        {
            json.WriteNull(name);
            return;
        }

        json.WriteStartObject(name);
        WriteNumber(json, "unitsPerSecond", pace.UnitsPerSecond);
        json.WriteBoolean("isThrottled", pace.IsThrottled);
        json.WriteEndObject();
    }

    private static void WriteNumber(Utf8JsonWriter json, string name, double? value)
    {
        if (value is { } number)
        {
            json.WriteNumber(name, Math.Round(number, 1));
        }
        else
        {
            json.WriteNull(name);
        }
    }
}
