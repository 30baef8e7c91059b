using System.CommandLine;

namespace DynamoGen.CommandLine.Commands;

/// <summary>
/// Verbs that belong together, such as those for streams: a folder with a <see cref="Verb"/> in each file. Groups are listed in <c>CommandRunner</c>.
/// </summary>
internal interface ICommandGroup
{
    /// <summary>Makes the command under which the verbs are.</summary>
    /// <param name="session">What they run with.</param>
    Command Create(CommandSession session);
}
