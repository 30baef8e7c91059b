using System.CommandLine;

namespace DynamoGen.Cli.Adoption;

/// <summary>The verbs that need no host: they write the first declarations of what is there already.</summary>
internal static class AdoptCommand
{
    public const string Name = "adopt";

    /// <param name="output">Takes the written file where no other one is named.</param>
    /// <param name="error">Takes everything else.</param>
    public static Command Create(TextWriter output, TextWriter error) =>
        new(Name, "Writes the first declarations of what is there already, with what is not certain as comments.")
        {
            new TableVerb(output, error),
            new ClassVerb(output, error),
        };

    /// <summary>Runs a verb.</summary>
    /// <param name="arguments">The arguments behind <c>adopt</c>.</param>
    /// <param name="output">Takes the written file where no other one is named.</param>
    /// <param name="error">Takes everything else.</param>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(IReadOnlyList<string> arguments, TextWriter output, TextWriter error)
    {
        var parsed = Create(output, error).Parse(arguments);
        var code = await parsed.InvokeAsync(new InvocationConfiguration { Output = output, Error = error, EnableDefaultExceptionHandler = false });
        return parsed.Errors.Count > 0 ? 2 : code;
    }
}
