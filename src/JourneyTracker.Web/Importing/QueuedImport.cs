using JourneyTracker.Domain.Access;
using JourneyTracker.Journal.Import.Mapping;

namespace JourneyTracker.Web.Importing;

/// <summary>A file that waits to be imported, in memory.</summary>
/// <param name="Run">The import.</param>
/// <param name="By">Who imports it.</param>
/// <param name="Mapping">The mapping.</param>
/// <param name="FileName">The file's name.</param>
/// <param name="File">What stands in it.</param>
internal sealed record QueuedImport(Guid Run, Caller By, MappingFile Mapping, string FileName, byte[] File);
