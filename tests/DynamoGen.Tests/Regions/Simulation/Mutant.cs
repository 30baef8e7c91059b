namespace DynamoGen.Tests.Regions.Simulation;

/// <summary>Faults of the fence, each of which the checks must find.</summary>
public enum Mutant
{
    None,
    NothingPutBack,
    PutBackOverAnything,
    PutBackInEveryRegion,
    PutBackWithoutEpoch,
    PlaceOfPutBackForgotten,
    PlaceOfChangeAlone,
    EpochWithoutRegion,
    WriterOfTableNotGuarded,
    ChangesSkippedAfterRestart,
}
