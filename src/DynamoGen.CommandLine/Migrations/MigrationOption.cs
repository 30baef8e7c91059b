using System.CommandLine;
using System.Globalization;
using DynamoGen.Migrations;

namespace DynamoGen.CommandLine.Migrations;

/// <summary>The options that several verbs about migrations have.</summary>
internal static class MigrationOption
{
    public static Option<string?> Name() => new("--name")
    {
        Description = "The migration's name: that of its class. Needed where there are several.",
        HelpName = "name",
    };

    public static Option<bool> Yes() => new("--yes") { Description = "Goes to Contract too, from which there is no way back." };

    /// <summary>A phase by its name, in any case.</summary>
    public static Option<MigrationPhase?> Phase(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "phase",
        CustomParser = result =>
        {
            var text = result.Tokens[0].Value;
            var known = Enum.GetNames<MigrationPhase>();
            if (known.Contains(text, StringComparer.OrdinalIgnoreCase))
            {
                return Enum.Parse<MigrationPhase>(text, ignoreCase: true);
            }

            result.AddError($"{name} must be a phase: {string.Join(", ", known)}.");
            return null;
        },
    };

    /// <summary>A count of at least 1.</summary>
    public static Option<int?> Count(string name, string description, int most) => new(name)
    {
        Description = description,
        HelpName = "count",
        CustomParser = result =>
        {
            if (!int.TryParse(result.Tokens[0].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var count) || count < 1 || count > most)
            {
                result.AddError($"{name} must be a number from 1 to {most}.");
            }

            return count;
        },
    };
}
