namespace DynamoGen.Cli;

/// <summary>What the tool itself is told. What follows its options is the verb, which the host reads.</summary>
/// <param name="Project">The host's project, or a folder that has one.</param>
/// <param name="Configuration">What it is built for; null for the project's default.</param>
/// <param name="Builds">Whether it is built first.</param>
/// <param name="Verb">The verb with its options.</param>
internal sealed record ToolArguments(string Project, string? Configuration, bool Builds, IReadOnlyList<string> Verb)
{
    public const string Usage = """
        dotnet dynamogen adopt <what and its options>
        dotnet dynamogen [--project <project or folder>] [--configuration <name>] [--no-build] <verb and its options>

        'adopt' reads a table that is there, or classes of DynamoDBContext, and writes their first declarations; 'adopt --help' tells more. Any other verb
        starts a project whose host mounts DynamoGen's verbs, and is passed on to it, such as 'streams failed list'.

          --project, -p        The project, or its folder. Default: the current folder.
          --configuration, -c  What the project is built for, such as Release.
          --no-build           Starts what was built before.

        '<verb> --help' tells what the host has, such as 'dotnet dynamogen streams --help'.
        """;

    public static ToolArguments Parse(IReadOnlyList<string> arguments)
    {
        var (project, configuration, builds) = (".", (string?)null, true);
        var next = 0;
        for (; next < arguments.Count && arguments[next].StartsWith('-'); next++)
        {
            switch (arguments[next])
            {
                case "--project" or "-p":
                    project = Value(arguments, ++next);
                    break;
                case "--configuration" or "-c":
                    configuration = Value(arguments, ++next);
                    break;
                case "--no-build":
                    builds = false;
                    break;
                default:
                    throw new UsageException($"'{arguments[next]}' is no option of the tool; those of a verb stand behind it.\n\n{Usage}");
            }
        }

        var verb = arguments.Skip(next).ToList();
        return verb.Count == 0
            ? throw new UsageException($"A verb is missing.\n\n{Usage}")
            : new ToolArguments(HostProject.Find(project), configuration, builds, verb);
    }

    private static string Value(IReadOnlyList<string> arguments, int place) =>
        place < arguments.Count ? arguments[place] : throw new UsageException($"'{arguments[place - 1]}' needs a value.\n\n{Usage}");
}
