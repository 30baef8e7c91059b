using Spectre.Console;

namespace DynamoGen.CommandLine.Commands;

/// <summary>What a verb runs with: the application's services, which are not started, and where it writes to.</summary>
internal sealed class CommandSession
{
    /// <summary>A file has no width to wrap to.</summary>
    private const int FileWidth = 1_000;

    /// <param name="services">The application's services.</param>
    /// <param name="output">Takes results, and nothing else.</param>
    /// <param name="error">Takes what went wrong.</param>
    public CommandSession(IServiceProvider services, TextWriter output, TextWriter error)
    {
        (Services, Output, Error) = (services, output, error);
        var console = new AnsiConsoleOutput(output);
        IsTerminal = console.IsTerminal;
        Console = AnsiConsole.Create(new AnsiConsoleSettings { Out = console });
        if (!IsTerminal)
        {
            Console.Profile.Width = FileWidth;
        }
    }

    public IServiceProvider Services { get; }

    /// <summary>Shows results to people, by <see cref="Output"/>.</summary>
    public IAnsiConsole Console { get; }

    /// <summary>Takes results, and nothing else.</summary>
    public TextWriter Output { get; }

    /// <summary>Takes what went wrong.</summary>
    public TextWriter Error { get; }

    /// <summary>Whether results are shown on a terminal; else they go to a file or a program.</summary>
    public bool IsTerminal { get; }
}
