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
        if (sample.New is not { } made)
        {
            output.WriteLine($"  cannot be copied: {sample.Reason}", Color.Red);
            foreach (var (name, value) in sample.Old)
            {
                output.WriteLine($"  {name} {value}");
            }

            return;
        }

        if (sample.Collides)
        {
            output.WriteLine("  shares its new key with another sampled item: only one of them would be left", Color.Red);
        }

        var same = 0;
        foreach (var name in sample.Old.Keys.Union(made.Keys).Order(StringComparer.Ordinal))
        {
            var (before, after) = (sample.Old.GetValueOrDefault(name), made.GetValueOrDefault(name));
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
