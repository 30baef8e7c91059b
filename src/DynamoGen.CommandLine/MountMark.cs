namespace DynamoGen.CommandLine;

/// <summary>
/// Tells the tool <c>dotnet dynamogen</c> that the host has mounted the verbs: by a file that the tool names in the environment.
/// </summary>
internal static class MountMark
{
    /// <summary>The environment variable with the file's path. The tool has the same name.</summary>
    public const string Variable = "DYNAMOGEN_MOUNT_MARK";

    public static void Leave()
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } path)
        {
            File.WriteAllBytes(path, []);
        }
    }
}
