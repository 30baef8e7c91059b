using System.CommandLine;
using DynamoGen.CommandLine.Commands;

namespace DynamoGen.CommandLine.Streams;

/// <summary>What is done about change streams: their handlers, failed records, and derived states.</summary>
internal sealed class StreamsGroup : ICommandGroup
{
    public Command Create(CommandSession session) => new("streams", "Handlers and sinks of change streams, and what is derived by them.")
    {
        new HandlersVerb(session),
        new Command("failed", "Records that a handler could not handle and that were put aside.")
        {
            new FailedListVerb(session),
            new FailedReplayVerb(session),
            new FailedDiscardVerb(session),
        },
        new ReconcileVerb(session),
    };
}
