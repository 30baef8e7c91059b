using DynamoGen.CommandLine.Output;
using DynamoGen.Migrations.Estimates;
using Spectre.Console;

namespace DynamoGen.CommandLine.Migrations;

/// <summary>Shows what a migration changes of an item: what goes in red, what comes in green.</summary>
internal static class SampleDiff
{
    public static void Write(VerbOutput output, MigratedSample sample, string title)
    {
        output.WriteLine(string.Empty);
        output.WriteLine(title);
        if (sample.Reason is not null)
        {
            output.WriteLine($"  cannot be copied: {sample.Reason}", Color.Red);
            WriteItems(output, " ", sample.Old, null);
            return;
        }

        if (sample.Collides)
        {
            output.WriteLine("  shares its new key with another sampled item: only one of them would be left", Color.Red);
        }

        if (sample is { Old: [var old], New: [var made] })
        {
            WriteChanges(output, old, made);
            return;
        }

        WriteItems(output, "-", sample.Old, Color.Red);
        WriteItems(output, "+", sample.New, Color.Green);
    }

    private static void WriteItems(VerbOutput output, string sign, IReadOnlyList<IReadOnlyDictionary<string, string>> items, Color? color)
    {
        for (var number = 1; number <= items.Count; number++)
        {
            if (items.Count > 1)
            {
                output.WriteLine($"  item {number}");
            }

            foreach (var (name, value) in items[number - 1])
            {
                output.WriteLine($"{sign} {name} {value}", color);
            }
        }
    }

    private static void WriteChanges(VerbOutput output, IReadOnlyDictionary<string, string> old, IReadOnlyDictionary<string, string> made)
    {
        var same = 0;
        foreach (var name in old.Keys.Union(made.Keys).Order(StringComparer.Ordinal))
        {
            var (before, after) = (old.GetValueOrDefault(name), made.GetValueOrDefault(name));
            if (before == after)
            {
                same++;
                continue;
            }

            WriteChange(output, name, before, after);
        }

        output.WriteLine($"  {same} attributes stay the same");
    }

    private static void WriteChange(VerbOutput output, string name, string? before, string? after)
    {
        if (before is not null)
        {
            output.WriteLine($"- {name} {before}", Color.Red);
        }

        if (after is not null)
        {
            output.WriteLine($"+ {name} {after}", Color.Green);
        }
    }
}
