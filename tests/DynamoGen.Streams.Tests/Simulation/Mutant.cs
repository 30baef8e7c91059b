namespace DynamoGen.Streams.Tests.Simulation;

/// <summary>Faults of the consumer, put into the simulated parts, each of which the checks must find.</summary>
internal enum Mutant
{
    None,
    FenceOff,
    ChildReadBeforeItsParentEnded,
    ChildReadFromLatest,
    CheckpointBeforeDrain,
    CheckpointOfTaken,
    TakeOverWithoutCompareAndSwap,
    LeaseDeletedTooEarly,
    OwnerStopsTooLate,
}
