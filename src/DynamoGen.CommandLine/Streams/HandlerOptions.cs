using System.CommandLine;
using System.Globalization;
using System.Text;
using DynamoGen.Streams;

namespace DynamoGen.CommandLine.Streams;

/// <summary>The options that several verbs about failed records have.</summary>
internal static class HandlerOptions
{
    public static Option<string> Handler(bool isRequired) => new("--handler")
    {
        Description = isRequired ? "The handler's name." : "The handler's name; all of them without it.",
        Required = isRequired,
        HelpName = "name",
    };

    public static Option<int?> Limit() => new("--limit")
    {
        Description = "The most records that are looked at, the oldest ones.",
        HelpName = "count",
        CustomParser = result =>
        {
            if (!int.TryParse(result.Tokens[0].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var limit) || limit == 0)
            {
                result.AddError("--limit must be a number of at least 1.");
            }

            return limit;
        },
    };

    public static Option<string> Number()
    {
        var option = new Option<string>("--sequence-number")
        {
            Description = "The record's sequence number, as the list has it.",
            Required = true,
            HelpName = "digits",
        };
        option.Validators.Add(result =>
        {
            if (!SequenceNumber.TryParse(Encoding.UTF8.GetBytes(result.GetValueOrDefault<string>() ?? string.Empty), out _))
            {
                result.AddError($"--sequence-number must be a number of up to {SequenceNumber.MaxDigits} digits.");
            }
        });
        return option;
    }
}
